package kata.flink.tumbling;

import static kata.datasets.scenarios.TumblingScenarios.MANY_VIEWS;
import static kata.datasets.scenarios.TumblingScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.lessons.tumbling.BusiestPageLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link BusiestPageLesson} on Flink. Make {@link BusiestPage} pass it. */
class BusiestPageTest implements BusiestPageLesson {

  @Override
  public Class<?> lesson() {
    return BusiestPage.class;
  }

  @Test
  void of_equals_with_many_views_the_page_that_sorts_first_wins(Lab lab) {
    lab.play(lesson(), MANY_VIEWS)
        .shows(
            """
            at     | window          | page    views
            12:05  | 12:00 .. 12:05  | /cart   130
            12:10  | 12:05 .. 12:10  | /about  130
            """);
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
