package kata.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of the workbook, named from its root with forward slashes.
 *
 * @param root the folder that holds the outermost {@code pom.xml}
 */
record Workbook(Path root) {

  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");

  /**
   * Returns the workbook that this build belongs to; an IDE starts tests in the module's folder.
   */
  static Workbook ofThisBuild() {
    return new Workbook(Path.of(System.getProperty("kata.root", "../..")));
  }

  boolean has(String file) {
    return Files.exists(root.resolve(file));
  }

  /** Returns a file's text. */
  String text(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /**
   * Returns the files below a folder whose name ends so, sorted; none if there is no such folder.
   */
  List<String> files(String folder, String ending) {
    if (!has(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
      return paths
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(path -> path.toString().endsWith(ending))
          .filter(path -> Stream.of(path.toString().split("[/\\\\]")).noneMatch(NOT_OURS::contains))
          .map(path -> path.toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }
}
