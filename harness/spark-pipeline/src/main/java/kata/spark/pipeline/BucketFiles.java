package kata.spark.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager;

/**
 * Keeps checkpoints in a bucket, where an object comes into being as a whole. So a file is written
 * in its place, with one request, and not renamed, which would be a copy and more requests.
 *
 * <p>What was written is remembered as well, and never asked for: nobody else writes to the bucket,
 * and Spark looks for far more files than there are.
 */
final class BucketFiles implements CheckpointFileManager {

  private final Path root;
  private final Configuration hadoop;
  private final CheckpointFileManager written;

  BucketFiles(Path root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
    this.written = new MemoryCheckpoints(root, hadoop);
  }

  /** Forgets what was written below a folder, and leaves it in the bucket. */
  static void forget(String folder) {
    MemoryCheckpoints.forget(folder);
  }

  @Override
  public CancellableFSDataOutputStream createAtomic(Path path, boolean overwriteIfPossible) {
    return new WholeObject(path, written.createAtomic(path, overwriteIfPossible));
  }

  @Override
  public FSDataInputStream open(Path path) {
    return written.open(path);
  }

  @Override
  public FileStatus[] list(Path path, PathFilter filter) {
    return written.list(path, filter);
  }

  @Override
  public FileStatus[] list(Path path) {
    return written.list(path);
  }

  @Override
  public void mkdirs(Path path) {
    written.mkdirs(path);
  }

  @Override
  public boolean exists(Path path) {
    return written.exists(path);
  }

  @Override
  public void delete(Path path) {
    written.delete(path);
    try {
      root.getFileSystem(hadoop).delete(path, true);
    } catch (IOException e) {
      throw LabCheckpoints.unchecked(e);
    }
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public Path createCheckpointDirectory() {
    return written.createCheckpointDirectory();
  }

  /** Gathers the bytes of an object, which is written when this is closed. */
  private final class WholeObject extends CancellableFSDataOutputStream {

    private final ByteArrayOutputStream bytes;
    private final Path path;
    private final CancellableFSDataOutputStream memory;
    private boolean ended;

    WholeObject(Path path, CancellableFSDataOutputStream memory) {
      this(new ByteArrayOutputStream(), path, memory);
    }

    private WholeObject(
        ByteArrayOutputStream bytes, Path path, CancellableFSDataOutputStream memory) {
      super(bytes);
      this.bytes = bytes;
      this.path = path;
      this.memory = memory;
    }

    @Override
    public void cancel() {
      ended = true;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        return;
      }
      ended = true;
      // Refuses what is there already, if it shall not be overwritten.
      bytes.writeTo(memory);
      memory.close();
      try (FSDataOutputStream object = root.getFileSystem(hadoop).create(path, true)) {
        bytes.writeTo(object);
      }
    }
  }
}
