package kata.spark.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager;

/**
 * Keeps checkpoints in a bucket, where an object comes into being as a whole. So a file is written
 * in its place, with one request, and not renamed, which would be a copy and more requests.
 */
final class BucketFiles implements CheckpointFileManager {

  private interface Request<T> {
    T answer(FileSystem bucket) throws IOException;
  }

  private final Path root;
  private final Configuration hadoop;

  BucketFiles(Path root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  private <T> T ask(Request<T> request) {
    try {
      return request.answer(root.getFileSystem(hadoop));
    } catch (IOException e) {
      throw LabCheckpoints.unchecked(e);
    }
  }

  @Override
  public CancellableFSDataOutputStream createAtomic(Path path, boolean overwriteIfPossible) {
    return new WholeObject(path, overwriteIfPossible);
  }

  @Override
  public FSDataInputStream open(Path path) {
    return ask(bucket -> bucket.open(path));
  }

  @Override
  public FileStatus[] list(Path path, PathFilter filter) {
    return ask(bucket -> bucket.listStatus(path, filter));
  }

  @Override
  public FileStatus[] list(Path path) {
    return list(path, any -> true);
  }

  @Override
  public void mkdirs(Path path) {
    ask(bucket -> bucket.mkdirs(path));
  }

  @Override
  public boolean exists(Path path) {
    return ask(bucket -> bucket.exists(path));
  }

  @Override
  public void delete(Path path) {
    ask(
        bucket -> {
          try {
            return bucket.delete(path, true);
          } catch (FileNotFoundException gone) {
            return false;
          }
        });
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public Path createCheckpointDirectory() {
    mkdirs(root);
    return root;
  }

  /** Gathers the bytes of an object, which is written when this is closed. */
  private final class WholeObject extends CancellableFSDataOutputStream {

    private final ByteArrayOutputStream bytes;
    private final Path path;
    private final boolean overwrite;
    private boolean ended;

    WholeObject(Path path, boolean overwrite) {
      this(new ByteArrayOutputStream(), path, overwrite);
    }

    private WholeObject(ByteArrayOutputStream bytes, Path path, boolean overwrite) {
      super(bytes);
      this.bytes = bytes;
      this.path = path;
      this.overwrite = overwrite;
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
      FileSystem bucket = root.getFileSystem(hadoop);
      if (!overwrite && bucket.exists(path)) {
        throw new FileAlreadyExistsException(path + " exists already");
      }
      try (FSDataOutputStream object = bucket.create(path, true)) {
        bytes.writeTo(object);
      }
    }
  }
}
