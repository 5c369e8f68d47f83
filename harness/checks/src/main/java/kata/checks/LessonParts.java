package kata.checks;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.Message;
import kata.harness.catalogue.Lesson;

/** Checks that every lesson of the catalogue has all its parts. */
final class LessonParts {

  private static final int LEAST_ON_FLINK = 8;
  private static final int LEAST_ON_SPARK = 6;
  private static final int LEAST_OF_PIPELINES = 4;
  private static final int LEAST_ALTERNATIVES = 2;

  private final Workbook workbook;
  private final CompiledAnswers answers;
  private final boolean strict;

  /**
   * Sets up the check.
   *
   * @param strict whether the starters must be untouched
   */
  LessonParts(Workbook workbook, boolean strict) {
    this.workbook = workbook;
    this.answers = new CompiledAnswers(workbook);
    this.strict = strict;
  }

  /** Returns what a lesson lacks, one sentence each that says what to do. */
  List<String> problems(Lesson lesson) {
    List<String> problems = new ArrayList<>();
    missing(problems, lesson, "starter", lesson.starterFile());
    missing(problems, lesson, "test", lesson.testFile());
    missing(problems, lesson, "reference", lesson.referenceFile());
    missing(problems, lesson, "proof of its answers", lesson.answersTestFile());
    missing(problems, lesson, "page", lesson.page());
    if (!workbook.has(lesson.diagnosesFile())) {
      problems.add(
          "%s has no known mistakes in %s. Run: mvn verify -Dkata.update=true"
              .formatted(lesson.id(), lesson.diagnosesFile()));
    }
    tooFew(
        problems,
        lesson,
        "misconceptions",
        lesson.misconceptionsClassName(),
        answers.misconceptions(lesson),
        leastMisconceptions(lesson));
    tooFew(
        problems,
        lesson,
        "alternatives",
        lesson.alternativesClassName(),
        answers.alternatives(lesson),
        LEAST_ALTERNATIVES);
    if (workbook.has(lesson.page())) {
      readPage(problems, lesson);
    }
    if (strict && workbook.has(lesson.starterFile())) {
      readStarter(problems, lesson);
    }
    return problems;
  }

  /** Returns whether a lesson is about a whole pipeline: its stories tell of messages. */
  static boolean isPipeline(Lesson lesson) {
    return lesson.events().equals(Message.class.getSimpleName());
  }

  private static int leastMisconceptions(Lesson lesson) {
    if (isPipeline(lesson)) {
      return LEAST_OF_PIPELINES;
    }
    return lesson.engine().equals("flink") ? LEAST_ON_FLINK : LEAST_ON_SPARK;
  }

  private void missing(List<String> problems, Lesson lesson, String part, String file) {
    if (!workbook.has(file)) {
      problems.add("%s has no %s. Write %s".formatted(lesson.id(), part, file));
    }
  }

  private static void tooFew(
      List<String> problems, Lesson lesson, String what, String holder, int count, int least) {
    if (count < least) {
      problems.add(
          "%s has %d %s and needs %d. Add nested public classes to %s"
              .formatted(lesson.id(), count, what, least, holder));
    }
  }

  private void readPage(List<String> problems, Lesson lesson) {
    LessonPage page =
        new LessonPage(lesson.page(), workbook.text(lesson.page()), "## " + lesson.hints());
    problems.addAll(page.problems());
    if (workbook.has(lesson.referenceFile())) {
      problems.addAll(page.spoilers(lesson.referenceFile(), workbook.text(lesson.referenceFile())));
    }
  }

  private void readStarter(List<String> problems, Lesson lesson) {
    if (!workbook.text(lesson.starterFile()).contains("throw new NotSolvedYet();")) {
      problems.add(
          "%s does not throw NotSolvedYet, as -Dkata.strict=true demands of every starter"
              .formatted(lesson.starterFile()));
    }
  }
}
