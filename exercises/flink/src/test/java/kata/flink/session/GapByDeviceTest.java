package kata.flink.session;

import static kata.datasets.scenarios.SessionScenarios.DEVICES;
import static kata.datasets.scenarios.SessionScenarios.JOINED;

import kata.harness.lab.Lab;
import kata.lessons.session.GapByDeviceLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link GapByDeviceLesson} on Flink. Make {@link GapByDevice} pass it. */
class GapByDeviceTest implements GapByDeviceLesson {

  @Override
  public Class<?> lesson() {
    return GapByDevice.class;
  }

  /** Flink judges lateness after an event has been put together with what is still open. */
  @Test
  void a_late_event_that_touches_an_open_visit_counts(Lab lab) {
    lab.play(lesson(), JOINED)
        .shows(
            """
            at     | window          user  | events
            12:50  | 12:10 .. 12:50  ann   | 2
            """);
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), DEVICES).survivesFailure();
  }
}
