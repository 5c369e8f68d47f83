package kata.flink.tumbling;

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
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
