package kata.harness.proof;

import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.verdict.Verdict;

/** Finds what a lesson's test says of a known wrong answer, for pages that quote it. */
public final class KnownVerdict {

  private KnownVerdict() {}

  /**
   * Runs a lesson's test on a wrong answer.
   *
   * @param id such as {@code flink/tumbling/PageViewsPerWindow}
   * @param scenario the scenario that is quoted
   * @return the verdict as it is printed, without the path of its picture
   * @throws AssertionError if there is no such lesson, or no verdict in this scenario
   */
  public static String text(String id, Class<?> answer, String scenario) {
    Lesson lesson =
        Catalogue.load().lessons().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no lesson " + id));
    try (LessonRun.Runner runner = new LessonRun.Runner()) {
      LessonRun run = runner.run(lesson, answer);
      return run.verdicts().stream()
          .filter(verdict -> verdict.scenario().equals(scenario))
          .map(Verdict::text)
          .findFirst()
          .orElseThrow(() -> new AssertionError("No verdict in " + scenario + ": " + run.said()));
    }
  }
}
