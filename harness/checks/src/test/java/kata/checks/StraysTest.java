package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraysTest {

  @TempDir private Path root;
  private TinyWorkbook tiny;

  @BeforeEach
  void writeALesson() throws IOException {
    tiny = TinyWorkbook.complete(root);
  }

  @Test
  void whatTheCatalogueListsIsNoStray() {
    assertThat(new Strays(tiny.workbook(), TinyWorkbook.CATALOGUE).problems(true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exercises/flink/src/main/java/kata/flink/tiny/Sum.java",
        "exercises/flink/src/test/java/kata/flink/tiny/SumTest.java",
        "exercises/flink/src/test/resources/kata/diagnoses/flink/tiny/Sum/known.json",
        "solutions/flink/src/main/java/kata/flink/tiny/SumMisconceptions.java",
        "solutions/flink/src/main/java/kata/flink/tiny/SumAlternatives.java",
        "docs/lessons/large.md"
      })
  void aPartWithoutALessonIsNamed(String file) throws IOException {
    tiny.write(file, "");
    assertThat(new Strays(tiny.workbook(), TinyWorkbook.CATALOGUE).problems(true))
        .containsExactly(
            file
                + " belongs to no lesson. Add its lesson to"
                + " harness/core/src/main/resources/kata/catalogue.json, or remove it");
  }

  @Test
  void aLearnerMayAddClassesBesideTheStarters() throws IOException {
    tiny.write("exercises/flink/src/main/java/kata/flink/tiny/MyHelper.java", "");
    assertThat(new Strays(tiny.workbook(), TinyWorkbook.CATALOGUE).problems(false)).isEmpty();
  }
}
