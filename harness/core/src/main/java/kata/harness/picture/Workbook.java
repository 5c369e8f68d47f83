package kata.harness.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder that holds the whole workbook. */
public final class Workbook {

  /** System property: the folder that holds the workbook; Maven sets it, an IDE does not. */
  public static final String ROOT = "kata.root";

  private Workbook() {}

  /**
   * Returns the root of the workbook, named by {@value #ROOT} or found above the working folder.
   */
  public static Optional<Path> root() {
    String told = System.getProperty(ROOT);
    return told != null ? Optional.of(Path.of(told)) : above(Path.of("").toAbsolutePath());
  }

  /** Returns the nearest folder, itself or above, that has the parts of the workbook. */
  static Optional<Path> above(Path folder) {
    for (Path it = folder; it != null; it = it.getParent()) {
      if (Files.isDirectory(it.resolve("exercises")) && Files.isDirectory(it.resolve("harness"))) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  /** Returns the folder for the pictures of a module's lessons, if there is such a module. */
  public static Optional<Path> pictures(String name) {
    return root()
        .map(root -> root.resolve("exercises").resolve(name))
        .filter(Files::isDirectory)
        .map(module -> module.resolve("target").resolve("kata"));
  }

  /** Returns a file's path from the root, with slashes on every system. */
  static String relative(Path file) {
    Path absolute = file.toAbsolutePath();
    return root()
        .map(Path::toAbsolutePath)
        .filter(absolute::startsWith)
        .map(root -> root.relativize(absolute))
        .orElse(absolute)
        .toString()
        .replace('\\', '/');
  }
}
