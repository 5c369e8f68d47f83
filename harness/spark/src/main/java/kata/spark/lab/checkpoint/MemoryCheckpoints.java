package kata.spark.lab.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.spark.sql.execution.streaming.CheckpointFileManager;

/**
 * Keeps the checkpoints of streaming queries in memory. On a local disk Hadoop starts a process
 * (chmod) for each file, which takes half of the time of a short query.
 *
 * <p>Spark makes an instance wherever it needs one, named by the setting {@code
 * spark.sql.streaming.checkpointFileManagerClass}; all of them see the same files.
 */
public final class MemoryCheckpoints implements CheckpointFileManager {

  private static final MemoryFiles FILES = new MemoryFiles();

  private final Path root;

  /** Manages the files below a path; called by Spark. */
  public MemoryCheckpoints(Path root, Configuration ignored) {
    this.root = root;
  }

  /** Removes a checkpoint with all its files. */
  public static void forget(String path) {
    FILES.delete(new Path(path));
  }

  @Override
  public CancellableFSDataOutputStream createAtomic(Path path, boolean overwriteIfPossible) {
    return new MemoryOutput(
        new ByteArrayOutputStream(), bytes -> publish(path, bytes, overwriteIfPossible));
  }

  private static void publish(Path path, byte[] bytes, boolean overwrite) throws IOException {
    if (overwrite) {
      FILES.write(path, bytes);
    } else if (!FILES.writeNew(path, bytes)) {
      throw new FileAlreadyExistsException(path + " exists already");
    }
  }

  @Override
  public FSDataInputStream open(Path path) {
    return FILES
        .find(path)
        .filter(entry -> !entry.isFolder())
        .map(entry -> new FSDataInputStream(new MemoryInput(entry.bytes())))
        .orElseThrow(() -> missing(path));
  }

  @Override
  public FileStatus[] list(Path path, PathFilter filter) {
    if (!exists(path)) {
      throw missing(path);
    }
    return FILES.childrenOf(path).stream()
        .filter(entry -> filter.accept(entry.path()))
        .map(MemoryCheckpoints::status)
        .toArray(FileStatus[]::new);
  }

  @Override
  public FileStatus[] list(Path path) {
    return list(path, any -> true);
  }

  private static FileStatus status(MemoryFiles.Entry entry) {
    int length = entry.isFolder() ? 0 : entry.bytes().length;
    return new FileStatus(length, entry.isFolder(), 1, 1, 0, entry.path());
  }

  /** Throws what Scala declares nowhere and Spark catches: a checked exception. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E missing(Path path) throws E {
    throw (E) new FileNotFoundException(path + " does not exist");
  }

  @Override
  public void mkdirs(Path path) {
    FILES.makeFolder(path);
  }

  @Override
  public boolean exists(Path path) {
    return FILES.find(path).isPresent();
  }

  @Override
  public void delete(Path path) {
    FILES.delete(path);
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public Path createCheckpointDirectory() {
    mkdirs(root);
    return root;
  }
}
