package kata.flink.session;

import static kata.datasets.scenarios.SessionScenarios.JOINED;
import static kata.datasets.scenarios.SessionScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.lessons.session.SessionAnalyticsLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link SessionAnalyticsLesson} on Flink. Make {@link SessionAnalytics} pass it. */
class SessionAnalyticsTest implements SessionAnalyticsLesson {

  @Override
  public Class<?> lesson() {
    return SessionAnalytics.class;
  }

  /** Flink judges lateness after an event has been put together with what is still open. */
  @Test
  void a_late_event_that_touches_an_open_session_counts(Lab lab) {
    lab.play(lesson(), JOINED)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry   exit   bought
            12:50  | 12:10 .. 12:50  ann   | 600      2       2      /deals  /home  false
            """);
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
