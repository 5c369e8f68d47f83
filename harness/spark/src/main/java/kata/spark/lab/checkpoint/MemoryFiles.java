package kata.spark.lab.checkpoint;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.fs.Path;

/** Files and folders in memory, by their absolute path. A folder exists when something says so. */
final class MemoryFiles {

  /**
   * What stands at a path.
   *
   * @param bytes the content of a file; null for a folder
   */
  record Entry(Path path, byte[] bytes) {

    boolean isFolder() {
      return bytes == null;
    }
  }

  private final ConcurrentNavigableMap<String, Entry> entries = new ConcurrentSkipListMap<>();

  /** Makes a folder and those above it. */
  void makeFolder(Path path) {
    for (Path folder = path; folder != null && !folder.isRoot(); folder = folder.getParent()) {
      entries.putIfAbsent(key(folder), new Entry(folder, null));
    }
  }

  /** Writes a file, which replaces one of the same path. */
  void write(Path path, byte[] bytes) {
    makeFolder(path.getParent());
    entries.put(key(path), new Entry(path, bytes));
  }

  /**
   * Writes a file if there is none of this path.
   *
   * @return whether it was written
   */
  boolean writeNew(Path path, byte[] bytes) {
    makeFolder(path.getParent());
    return entries.putIfAbsent(key(path), new Entry(path, bytes)) == null;
  }

  Optional<Entry> find(Path path) {
    return Optional.ofNullable(entries.get(key(path)));
  }

  /** Returns what lies directly in a folder, in the order of the names. */
  List<Entry> childrenOf(Path folder) {
    return below(folder).values().stream()
        .filter(entry -> entry.path().getParent().equals(folder))
        .toList();
  }

  /** Removes a file, or a folder with all that lies in it. */
  void delete(Path path) {
    below(path).clear();
    entries.remove(key(path));
  }

  private ConcurrentNavigableMap<String, Entry> below(Path folder) {
    String key = key(folder);
    String name = folder.isRoot() ? key.substring(0, key.length() - 1) : key;
    // '0' is the character after '/'.
    return entries.subMap(name + "/", name + "0");
  }

  /** Files of different buckets are different; a path without a bucket is one of this machine. */
  private static String key(Path path) {
    URI uri = path.toUri();
    return uri.getAuthority() == null
        ? uri.getPath()
        : uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }
}
