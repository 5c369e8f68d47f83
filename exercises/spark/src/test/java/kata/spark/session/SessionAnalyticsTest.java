package kata.spark.session;

import static kata.datasets.scenarios.SessionScenarios.JOINED;
import static kata.datasets.scenarios.SessionScenarios.MANY_PAGES;

import kata.harness.lab.Lab;
import kata.lessons.session.SessionAnalyticsLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link SessionAnalyticsLesson} on Spark. Make {@link SessionAnalytics} pass it. */
class SessionAnalyticsTest implements SessionAnalyticsLesson {

  @Override
  public Class<?> lesson() {
    return SessionAnalytics.class;
  }

  /** Spark judges lateness for each event, before it is put together with what is still open. */
  @Test
  void a_late_event_whose_own_time_is_over_is_lost(Lab lab) {
    lab.play(lesson(), JOINED)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit   bought
            12:50  | 12:20 .. 12:50  ann   | 0        1       1      /home  /home  false
            """);
  }

  /** What Spark proposes in place of a distinct count is an estimate. */
  @Test
  void many_different_pages_are_counted_exactly(Lab lab) {
    lab.play(lesson(), MANY_PAGES)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry       exit         bought
            13:29  | 12:00 .. 13:29  ann   | 3540     60      60     /product/1  /product/60  false
            """);
  }
}
