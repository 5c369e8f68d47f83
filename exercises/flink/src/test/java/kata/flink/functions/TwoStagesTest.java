package kata.flink.functions;

import static kata.datasets.scenarios.FunctionsScenarios.BUSY_HOUR;

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
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), BUSY_HOUR).survivesFailure();
  }
}
