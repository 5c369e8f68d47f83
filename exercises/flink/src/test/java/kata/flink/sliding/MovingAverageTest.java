package kata.flink.sliding;

import static kata.datasets.scenarios.SlidingScenarios.READINGS;

import kata.harness.lab.Lab;
import kata.lessons.sliding.MovingAverageLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link MovingAverageLesson} on Flink. Make {@link MovingAverage} pass it. */
class MovingAverageTest implements MovingAverageLesson {

  @Override
  public Class<?> lesson() {
    return MovingAverage.class;
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), READINGS).survivesFailure();
  }
}
