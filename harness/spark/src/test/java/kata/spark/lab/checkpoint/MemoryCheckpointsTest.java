package kata.spark.lab.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager.CancellableFSDataOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of Spark's CheckpointFileManager, which its Scaladoc states. */
class MemoryCheckpointsTest {

  private final Path root = new Path("memory:/" + UUID.randomUUID());
  private final MemoryCheckpoints files = new MemoryCheckpoints(root, new Configuration(false));

  @AfterEach
  void forget() {
    MemoryCheckpoints.forget(root.toString());
  }

  private Path at(String name) {
    return new Path(root, name);
  }

  private void write(String name, String content, boolean overwrite) throws IOException {
    try (CancellableFSDataOutputStream out = files.createAtomic(at(name), overwrite)) {
      out.write(content.getBytes(UTF_8));
    }
  }

  private String read(String name) throws IOException {
    try (FSDataInputStream in = files.open(at(name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<String> names(FileStatus[] listed) {
    return Arrays.stream(listed).map(status -> status.getPath().getName()).toList();
  }

  @Test
  void a_file_can_be_read_as_it_was_written() throws IOException {
    write("offsets/0", "hello", false);

    assertThat(read("offsets/0")).isEqualTo("hello");
    assertThat(files.exists(at("offsets/0"))).isTrue();
  }

  @Test
  void a_file_is_not_there_before_it_is_closed() throws IOException {
    CancellableFSDataOutputStream out = files.createAtomic(at("offsets/0"), false);
    out.write(1);
    out.flush();

    assertThat(files.exists(at("offsets/0"))).isFalse();
    out.close();
    assertThat(files.exists(at("offsets/0"))).isTrue();
  }

  @Test
  void a_cancelled_file_never_comes_to_be() throws IOException {
    CancellableFSDataOutputStream out = files.createAtomic(at("offsets/0"), true);
    out.write(1);
    out.cancel();
    out.close();

    assertThat(files.exists(at("offsets/0"))).isFalse();
  }

  @Test
  void closing_twice_writes_once() throws IOException {
    CancellableFSDataOutputStream out = files.createAtomic(at("offsets/0"), false);
    out.close();
    out.close();

    assertThat(files.exists(at("offsets/0"))).isTrue();
  }

  @Test
  void an_existing_file_is_replaced_only_if_that_is_wished() throws IOException {
    write("offsets/0", "first", false);

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> write("offsets/0", "second", false));
    assertThat(read("offsets/0")).isEqualTo("first");
    write("offsets/0", "third", true);
    assertThat(read("offsets/0")).isEqualTo("third");
  }

  @Test
  void a_missing_file_or_a_folder_cannot_be_read() {
    files.mkdirs(at("offsets"));

    assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(() -> read("nowhere"));
    assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(() -> read("offsets"));
  }

  @Test
  void a_list_names_files_and_folders_but_not_what_lies_deeper() throws IOException {
    write("state/0/0/1.delta", "abc", false);
    write("state/0/metadata", "m", false);

    FileStatus[] listed = files.list(at("state/0"));

    assertThat(names(listed)).containsExactly("0", "metadata");
    assertThat(listed[0].isDirectory()).isTrue();
    assertThat(listed[1].isDirectory()).isFalse();
    assertThat(listed[1].getLen()).isEqualTo(1);
  }

  @Test
  void a_list_can_be_filtered_and_may_be_empty() throws IOException {
    write("state/1.delta", "abc", false);
    write("state/1.snapshot", "abc", false);
    files.mkdirs(at("commits"));

    assertThat(names(files.list(at("state"), path -> path.getName().endsWith("delta"))))
        .containsExactly("1.delta");
    assertThat(files.list(at("commits"))).isEmpty();
    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> throwing(() -> files.list(at("nowhere"))));
  }

  /** Lets Java expect a checked exception that Scala does not declare. */
  private static void throwing(Runnable call) throws IOException {
    call.run();
  }

  @Test
  void a_folder_is_deleted_with_all_that_is_in_it_and_nothing_beside_it() throws IOException {
    write("state/0/1.delta", "abc", false);
    write("statement", "abc", false);

    files.delete(at("state"));
    files.delete(at("nowhere"));

    assertThat(files.exists(at("state/0/1.delta"))).isFalse();
    assertThat(files.exists(at("state/0"))).isFalse();
    assertThat(files.exists(at("state"))).isFalse();
    assertThat(files.exists(at("statement"))).isTrue();
  }

  @Test
  void folders_come_with_those_above_them() {
    files.mkdirs(at("a/b/c"));

    assertThat(files.exists(at("a/b"))).isTrue();
    assertThat(files.exists(at("a/b/c"))).isTrue();
  }

  @Test
  void every_instance_sees_the_same_files() throws IOException {
    write("offsets/0", "hello", false);

    assertThat(
            new MemoryCheckpoints(at("offsets"), new Configuration(false)).exists(at("offsets/0")))
        .isTrue();
  }

  @Test
  void the_checkpoint_folder_is_made_and_forgotten() {
    assertThat(files.createCheckpointDirectory()).isEqualTo(root);
    assertThat(files.exists(root)).isTrue();

    MemoryCheckpoints.forget(root.toString());

    assertThat(files.exists(root)).isFalse();
  }

  @Test
  void a_file_can_be_read_from_any_place() throws IOException {
    write("offsets/0", "0123456789", false);

    try (FSDataInputStream in = files.open(at("offsets/0"))) {
      in.seek(7);
      assertThat((char) in.read()).isEqualTo('7');
      assertThat(in.getPos()).isEqualTo(8);
      byte[] three = new byte[3];
      in.readFully(2, three);
      assertThat(new String(three, UTF_8)).isEqualTo("234");
      assertThat(in.getPos()).isEqualTo(8);
      assertThat(in.read(8, three, 0, 3)).isEqualTo(2);
      assertThat(in.read(10, three, 0, 3)).isEqualTo(-1);
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> in.readFully(8, three));
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> in.seek(11));
    }
  }

  @Test
  void a_path_of_one_bucket_is_none_of_another_nor_of_this_machine() throws IOException {
    Path inBucket = new Path("s3a://bucket/offsets/0");
    files.createAtomic(inBucket, false).close();

    assertThat(files.exists(inBucket)).isTrue();
    assertThat(files.exists(new Path("s3a://other/offsets/0"))).isFalse();
    assertThat(files.exists(new Path("/offsets/0"))).isFalse();

    MemoryCheckpoints.forget("/");
    assertThat(files.exists(inBucket)).isTrue();

    MemoryCheckpoints.forget("s3a://bucket/");
    assertThat(files.exists(inBucket)).isFalse();
  }
}
