package kata.flink.timezones;

import static kata.datasets.scenarios.TimezonesScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.lessons.timezones.DailyViewsLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link DailyViewsLesson} on Flink. Make {@link DailyViews} pass it. */
class DailyViewsTest implements DailyViewsLesson {

  @Override
  public Class<?> lesson() {
    return DailyViews.class;
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
