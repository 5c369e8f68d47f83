package kata.spark.session;

import static kata.datasets.scenarios.SessionScenarios.JOINED;

import kata.harness.lab.Lab;
import kata.lessons.session.GapByDeviceLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link GapByDeviceLesson} on Spark. Make {@link GapByDevice} pass it. */
class GapByDeviceTest implements GapByDeviceLesson {

  @Override
  public Class<?> lesson() {
    return GapByDevice.class;
  }

  /** Spark judges lateness for each event, before it is put together with what is still open. */
  @Test
  void a_late_event_whose_own_time_is_over_is_lost(Lab lab) {
    lab.play(lesson(), JOINED)
        .shows(
            """
            at     | window          user  | events
            12:50  | 12:20 .. 12:50  ann   | 1
            """);
  }
}
