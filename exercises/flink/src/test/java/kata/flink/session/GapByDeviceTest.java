package kata.flink.session;

import static kata.datasets.scenarios.SessionScenarios.DEVICES;

import kata.harness.lab.Lab;
import kata.lessons.session.GapByDeviceLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link GapByDeviceLesson} on Flink. Make {@link GapByDevice} pass it. */
class GapByDeviceTest implements GapByDeviceLesson {

  @Override
  public Class<?> lesson() {
    return GapByDevice.class;
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), DEVICES).survivesFailure();
  }
}
