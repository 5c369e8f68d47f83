package kata.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that belongs to this process. */
record Folder(Path path) {

  /**
   * Makes a new folder inside.
   *
   * @throws IOException when the disk does not take it
   */
  Path inside(String name) throws IOException {
    return Files.createTempDirectory(path, name);
  }

  /** Deletes everything, and leaves what another process holds. */
  void delete() {
    delete(path.toFile());
  }

  private static void delete(File file) {
    File[] inside = file.listFiles();
    if (inside != null && !Files.isSymbolicLink(file.toPath())) {
      for (File it : inside) {
        delete(it);
      }
    }
    file.delete();
  }
}
