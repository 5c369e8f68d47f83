package kata.flink.sliding;

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
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
