package kata.spark.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCheckpointsTest {

  @TempDir private java.nio.file.Path folder;

  private final Configuration hadoop = new Configuration();
  private Path inBucket;
  private Path onDisk;

  @BeforeEach
  void takeAFolderForTheBucket() {
    hadoop.set("fs.s3a.impl", FolderAsBucket.class.getName());
    hadoop.setBoolean("fs.s3a.impl.disable.cache", true);
    inBucket = new Path("s3a://bucket" + folder + "/checkpoint");
    onDisk = new Path("/tmp/checkpoint");
  }

  @AfterEach
  void forget() {
    LabCheckpoints.failNextCommit(false);
    LabCheckpoints.loseTheDisk();
    BucketFiles.forget(inBucket.toString());
  }

  @Test
  void a_checkpoint_in_the_bucket_lies_there() throws IOException {
    Path file = write(inBucket, "offsets/0", "42", false);

    assertThat(folder.resolve("checkpoint/offsets/0")).hasContent("42");
    assertThat(read(file)).isEqualTo("42");
    assertThat(names(inBucket, "offsets")).containsExactly("0");
  }

  @Test
  void the_disk_is_lost_and_the_bucket_is_not() throws IOException {
    Path kept = write(inBucket, "commits/0", "kept", false);
    Path lost = write(onDisk, "commits/0", "lost", false);
    assertThat(read(lost)).isEqualTo("lost");

    LabCheckpoints.loseTheDisk();

    assertThat(files(onDisk).exists(lost)).isFalse();
    assertThat(read(kept)).isEqualTo("kept");
  }

  @Test
  void what_is_there_is_overwritten_only_if_that_is_wished_for() throws IOException {
    write(inBucket, "offsets/0", "first", false);

    assertThatThrownBy(() -> write(inBucket, "offsets/0", "second", false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("checkpoint/offsets/0")).hasContent("first");

    Path file = write(inBucket, "offsets/0", "third", true);
    assertThat(folder.resolve("checkpoint/offsets/0")).hasContent("third");
    assertThat(read(file)).isEqualTo("third");
  }

  @Test
  void what_is_cancelled_was_never_written() throws IOException {
    Path file = new Path(inBucket, "offsets/0");
    var output = files(inBucket).createAtomic(file, false);
    output.write("42".getBytes(UTF_8));
    output.cancel();
    output.close();

    assertThat(files(inBucket).exists(file)).isFalse();
    assertThat(folder.resolve("checkpoint")).doesNotExist();
  }

  @Test
  void what_is_deleted_is_gone_from_the_bucket() throws IOException {
    Path file = write(inBucket, "offsets/0", "42", false);

    files(inBucket).delete(file);

    assertThat(files(inBucket).exists(file)).isFalse();
    assertThat(Files.exists(folder.resolve("checkpoint/offsets/0"))).isFalse();
  }

  @Test
  void one_commit_fails_and_what_comes_before_and_after_does_not() throws IOException {
    LabCheckpoints.failNextCommit(true);

    write(onDisk, "offsets/0", "42", false);
    assertThat(LabCheckpoints.failsNextCommit()).isTrue();
    assertThatThrownBy(() -> write(onDisk, "commits/0", "42", false))
        .isInstanceOf(LabCheckpoints.LostMachineException.class)
        .hasMessage("The machine is lost before the batch is committed.");
    assertThat(LabCheckpoints.failsNextCommit()).isFalse();
    assertThat(read(write(onDisk, "commits/0", "again", false))).isEqualTo("again");
  }

  private CheckpointFileManager files(Path root) {
    return new LabCheckpoints(root, hadoop);
  }

  private Path write(Path root, String name, String text, boolean overwrite) throws IOException {
    Path file = new Path(root, name);
    try (var output = files(root).createAtomic(file, overwrite)) {
      output.write(text.getBytes(UTF_8));
    }
    return file;
  }

  private String read(Path file) throws IOException {
    try (FSDataInputStream input = files(file.getParent()).open(file)) {
      return new String(input.readAllBytes(), UTF_8);
    }
  }

  private Iterable<String> names(Path root, String name) {
    FileStatus[] found = files(root).list(new Path(root, name));
    return Arrays.stream(found).map(it -> it.getPath().getName()).toList();
  }

  /** A bucket whose objects are files of this machine. */
  public static final class FolderAsBucket extends RawLocalFileSystem {

    @Override
    public URI getUri() {
      return URI.create("s3a://bucket");
    }
  }
}
