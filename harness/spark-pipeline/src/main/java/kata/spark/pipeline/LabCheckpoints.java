package kata.spark.pipeline;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager;

/**
 * Keeps what Spark writes down of its queries: in the bucket, if that is where it shall lie, and
 * else on the disk of the machine, which is memory here and lost with the machine.
 *
 * <p>Spark makes an instance wherever it needs one, named by the setting {@code
 * spark.sql.streaming.checkpointFileManagerClass}.
 */
public final class LabCheckpoints implements CheckpointFileManager {

  /** The machine is lost after a batch was written, and before that is written down. */
  static final class LostMachineException extends IOException {

    private static final long serialVersionUID = 1L;

    LostMachineException() {
      super("The machine is lost before the batch is committed.");
    }
  }

  private static final String COMMITS = "commits";
  private static final Path DISK = new Path("/");
  private static final AtomicBoolean FAIL = new AtomicBoolean();

  private final CheckpointFileManager files;

  /** Manages the files below a path; called by Spark. */
  public LabCheckpoints(Path root, Configuration hadoop) {
    files =
        "s3a".equals(root.toUri().getScheme())
            ? new BucketFiles(root, hadoop)
            : new MemoryCheckpoints(root, hadoop);
  }

  /** Lets the next commit of a batch fail, or none. */
  static void failNextCommit(boolean fail) {
    FAIL.set(fail);
  }

  /** Returns whether the next commit will fail. */
  static boolean failsNextCommit() {
    return FAIL.get();
  }

  /** Forgets what lies on the disk of the machine. */
  static void loseTheDisk() {
    MemoryCheckpoints.forget(DISK.toString());
  }

  @Override
  public CancellableFSDataOutputStream createAtomic(Path path, boolean overwriteIfPossible) {
    if (path.getParent().getName().equals(COMMITS) && FAIL.getAndSet(false)) {
      throw unchecked(new LostMachineException());
    }
    return files.createAtomic(path, overwriteIfPossible);
  }

  /** Throws what Scala declares nowhere: a checked exception. */
  @SuppressWarnings("unchecked")
  static <E extends Exception> E unchecked(Exception checked) throws E {
    throw (E) checked;
  }

  @Override
  public FSDataInputStream open(Path path) {
    return files.open(path);
  }

  @Override
  public FileStatus[] list(Path path, PathFilter filter) {
    return files.list(path, filter);
  }

  @Override
  public FileStatus[] list(Path path) {
    return files.list(path);
  }

  @Override
  public void mkdirs(Path path) {
    files.mkdirs(path);
  }

  @Override
  public boolean exists(Path path) {
    return files.exists(path);
  }

  @Override
  public void delete(Path path) {
    files.delete(path);
  }

  @Override
  public boolean isLocal() {
    return files.isLocal();
  }

  @Override
  public Path createCheckpointDirectory() {
    return files.createCheckpointDirectory();
  }
}
