package kata.checks;

import static kata.checks.TinyWorkbook.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonPartsTest {

  @TempDir private Path root;
  private TinyWorkbook tiny;

  @BeforeEach
  void writeALesson() throws IOException {
    tiny = TinyWorkbook.complete(root);
  }

  private void assertOnlyProblem(String expected) {
    assertThat(new LessonParts(tiny.workbook(), true).problems(LESSON)).containsExactly(expected);
  }

  @Test
  void aCompleteLessonHasNoProblem() {
    assertThat(new LessonParts(tiny.workbook(), true).problems(LESSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "starter, exercises/flink/src/main/java/kata/flink/tiny/Count.java",
    "test, exercises/flink/src/test/java/kata/flink/tiny/CountTest.java",
    "reference, solutions/flink/src/main/java/kata/flink/tiny/Count.java",
    "proof of its answers, solutions/flink/src/test/java/kata/flink/tiny/AnswersTest.java",
    "page, docs/lessons/tiny.md"
  })
  void aMissingPartIsNamedWithItsFile(String part, String file) throws IOException {
    tiny.delete(file);
    assertOnlyProblem("flink/tiny/Count has no " + part + ". Write " + file);
  }

  @Test
  void missingKnownMistakesAreMadeByTheBuild() throws IOException {
    tiny.delete(LESSON.diagnosesFile());
    assertOnlyProblem(
        "flink/tiny/Count has no known mistakes in"
            + " exercises/flink/src/test/resources/kata/diagnoses/flink/tiny/Count/known.json. Run:"
            + " mvn verify -Dkata.update=true");
  }

  @Test
  void misconceptionsAreCounted() throws IOException {
    Files.delete(
        root.resolve(
            "solutions/flink/target/classes/kata/flink/tiny/CountMisconceptions$N7.class"));
    assertOnlyProblem(
        "flink/tiny/Count has 7 misconceptions and needs 8. Add nested public classes to"
            + " kata.flink.tiny.CountMisconceptions");
  }

  @Test
  void alternativesAreCounted() throws IOException {
    Files.delete(
        root.resolve("solutions/flink/target/classes/kata/flink/tiny/CountAlternatives$N1.class"));
    assertOnlyProblem(
        "flink/tiny/Count has 1 alternatives and needs 2. Add nested public classes to"
            + " kata.flink.tiny.CountAlternatives");
  }

  @Test
  void hintsAreMissed() throws IOException {
    tiny.write(LESSON.page(), "# Tiny\n\n## Hints: Sum\n");
    assertOnlyProblem(
        "docs/lessons/tiny.md has no \"## Hints: Count\". Write three hints below it.");
  }

  @Test
  void thereAreExactlyThreeHints() throws IOException {
    tiny.write(LESSON.page(), TinyWorkbook.PAGE.replace("### Hint 3", "### Hint 4"));
    assertOnlyProblem(
        "docs/lessons/tiny.md: below \"## Hints: Count\" there must be [### Hint 1, ### Hint 2, ###"
            + " Hint 3], in this order, and there is [### Hint 1, ### Hint 2, ### Hint 4].");
  }

  @Test
  void hintsOfOtherLessonsDoNotCount() throws IOException {
    String own = TinyWorkbook.PAGE;
    tiny.write(LESSON.page(), "## Hints: Sum\n\n### Hint 1\n\n" + own);
    assertThat(new LessonParts(tiny.workbook(), true).problems(LESSON)).isEmpty();
    tiny.write(LESSON.page(), own.replace("### Hint 2", "## Discussion"));
    assertOnlyProblem(
        "docs/lessons/tiny.md: below \"## Hints: Count\" there must be [### Hint 1, ### Hint 2, ###"
            + " Hint 3], in this order, and there is [### Hint 1].");
  }

  @Test
  void aHintSaysSomething() throws IOException {
    tiny.write(LESSON.page(), TinyWorkbook.PAGE.replace("What?", ""));
    assertOnlyProblem(
        "docs/lessons/tiny.md: below \"## Hints: Count\" a hint is empty. Write about 40 words,"
            + " best ending in a question.");
  }

  @Test
  void aHintGivesNothingAway() throws IOException {
    tiny.write(LESSON.page(), TinyWorkbook.PAGE.replace("Who?", "Try `return views.count();`."));
    assertOnlyProblem(
        "docs/lessons/tiny.md: below \"## Hints: Count\", hint 3 shows two consecutive lines of"
            + " solutions/flink/src/main/java/kata/flink/tiny/Count.java: returnviews.count();");
  }

  @Test
  void strictModeDemandsAnUntouchedStarter() throws IOException {
    tiny.write(LESSON.starterFile(), "class Count {}");
    assertOnlyProblem(
        "exercises/flink/src/main/java/kata/flink/tiny/Count.java does not throw NotSolvedYet, as"
            + " -Dkata.strict=true demands of every starter");
    assertThat(new LessonParts(tiny.workbook(), false).problems(LESSON)).isEmpty();
  }
}
