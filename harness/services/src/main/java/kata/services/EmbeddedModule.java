package kata.services;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kata.harness.lab.LabException;
import kata.harness.picture.Workbook;

/**
 * What the build of {@code harness/embedded} has left for the processes: its classes, and a file
 * with the class path that belongs to them alone.
 *
 * @param root the folder that holds the workbook
 */
record EmbeddedModule(Path root) {

  /**
   * Returns the module of this workbook.
   *
   * @throws LabException when the workbook is not found
   */
  static EmbeddedModule ofThisWorkbook() {
    return new EmbeddedModule(
        Workbook.root()
            .orElseThrow(
                () ->
                    new LabException(
                        "The embedded services are built in the workbook's folder, and "
                            + Path.of("").toAbsolutePath()
                            + " is not inside one. Run the test from there, or say where it is:"
                            + " -D"
                            + Workbook.ROOT
                            + "=<folder>.")));
  }

  /**
   * Returns the class path of the processes.
   *
   * @throws LabException when the module is not built, or a jar of it is gone
   */
  String classPath() {
    Path file = target().resolve("class-path");
    Path classes = target().resolve("classes");
    String jars = read(file);
    for (Path needed :
        Stream.concat(Stream.of(classes), Stream.of(jars.split(File.pathSeparator)).map(Path::of))
            .toList()) {
      if (!Files.exists(needed)) {
        throw notBuilt(needed);
      }
    }
    return classes + File.pathSeparator + jars;
  }

  private String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw notBuilt(file);
    }
  }

  private LabException notBuilt(Path missing) {
    return new LabException(
        "The embedded services are not built: there is no "
            + missing
            + ". Run this in "
            + root
            + " once, and then the test again:\n  mvn compile -pl harness/embedded");
  }

  /** Returns the folder that keeps PostgreSQL's binaries from one run to the next. */
  Path binaries() {
    return target().resolve("postgres");
  }

  /** Makes a new folder for the data of one process, which deletes it. */
  Path newData(String name) {
    try {
      Path all = Files.createDirectories(target().resolve("data"));
      return Files.createTempDirectory(all, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for the data of " + name, e);
    }
  }

  private Path target() {
    return root.resolve("harness").resolve("embedded").resolve("target");
  }
}
