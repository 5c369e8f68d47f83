package kata.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;

/** A workbook in a temporary folder: every part of one lesson, and nothing else. */
record TinyWorkbook(Path root) {

  static final Lesson LESSON = new Lesson("flink", "tiny", "Count", "Count.", 1);
  static final Catalogue CATALOGUE = new Catalogue(List.of(LESSON));
  static final String PAGE =
      "# Tiny\n\n"
          + "## Hints: Count\n\n"
          + "### Hint 1\n\n"
          + "Where?\n\n"
          + "### Hint 2\n\n"
          + "What?\n\n"
          + "### Hint 3\n\n"
          + "Who?\n";

  static TinyWorkbook complete(Path root) throws IOException {
    TinyWorkbook tiny = new TinyWorkbook(root);
    tiny.write("exercises/flink/pom.xml", "");
    tiny.write(LESSON.starterFile(), "class Count {\n  throw new NotSolvedYet();\n}\n");
    tiny.write(LESSON.testFile(), "");
    tiny.write(LESSON.diagnosesFile(), "[]");
    tiny.write(LESSON.referenceFile(), "class Count {\n  return views\n      .count();\n}\n");
    tiny.write(LESSON.answersTestFile(), "");
    tiny.write(LESSON.page(), PAGE);
    tiny.compileAnswers(8, 2);
    return tiny;
  }

  Workbook workbook() {
    return new Workbook(root);
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void delete(String file) throws IOException {
    Files.delete(root.resolve(file));
  }

  /** Writes and compiles so many wrong and so many right answers. */
  void compileAnswers(int misconceptions, int alternatives) throws IOException {
    String marked =
        "@kata.harness.diagnosis.Misconception(headline = \"h\", when = \"w\", rule = \"r\") ";
    compile("Misconceptions", marked, misconceptions);
    compile("Alternatives", "", alternatives);
  }

  private void compile(String what, String annotation, int count) throws IOException {
    String nested =
        IntStream.range(0, count)
            .mapToObj(i -> annotation + "public static class N" + i + " {}\n")
            .collect(Collectors.joining());
    String file = LESSON.referenceFile().replace(".java", what + ".java");
    write(file, "package kata.flink.tiny; public class Count%s {%n%s}".formatted(what, nested));
    Path classes = root.resolve("solutions/flink/target/classes");
    Files.createDirectories(classes);
    String classPath = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                classPath,
                "-d",
                classes.toString(),
                root.resolve(file).toString());
    if (failed != 0) {
      throw new IllegalStateException(file + " does not compile");
    }
  }
}
