package kata.flink.functions;

import static kata.datasets.scenarios.FunctionsScenarios.BUSY_HOUR;
import static kata.datasets.scenarios.FunctionsScenarios.MANY_VIEWS;

import kata.harness.lab.Lab;
import kata.lessons.functions.TwoStagesLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link TwoStagesLesson} on Flink. Make {@link TwoStages} pass it. */
class TwoStagesTest implements TwoStagesLesson {

  @Override
  public Class<?> lesson() {
    return TwoStages.class;
  }

  @Test
  void of_equals_with_many_views_the_page_that_sorts_first_wins(Lab lab) {
    lab.play(lesson(), MANY_VIEWS)
        .shows(
            """
            at     | window          | page    peak   views
            12:15  | 12:00 .. 12:15  | /cart   12:00  130
            12:30  | 12:15 .. 12:30  | /about  12:15  130
            """);
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), BUSY_HOUR).survivesFailure();
  }
}
