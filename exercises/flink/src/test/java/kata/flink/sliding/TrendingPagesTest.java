package kata.flink.sliding;

import static kata.datasets.scenarios.SlidingScenarios.MANY_VIEWS;
import static kata.datasets.scenarios.SlidingScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.lessons.sliding.TrendingPagesLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link TrendingPagesLesson} on Flink. Make {@link TrendingPages} pass it. */
class TrendingPagesTest implements TrendingPagesLesson {

  @Override
  public Class<?> lesson() {
    return TrendingPages.class;
  }

  @Test
  void of_equals_with_many_views_the_page_that_sorts_first_wins(Lab lab) {
    lab.play(lesson(), MANY_VIEWS)
        .shows(
            """
            at     | window          | page    views
            12:10  | 11:52 .. 12:02  | /cart   130
            12:10  | 11:54 .. 12:04  | /cart   130
            12:10  | 11:56 .. 12:06  | /cart   130
            12:10  | 11:58 .. 12:08  | /cart   130
            12:10  | 12:00 .. 12:10  | /cart   130
            12:30  | 12:12 .. 12:22  | /about  130
            12:30  | 12:14 .. 12:24  | /about  130
            12:30  | 12:16 .. 12:26  | /about  130
            12:30  | 12:18 .. 12:28  | /about  130
            12:30  | 12:20 .. 12:30  | /about  130
            """);
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
