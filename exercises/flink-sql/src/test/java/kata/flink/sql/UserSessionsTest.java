package kata.flink.sql;

import static kata.datasets.scenarios.SessionScenarios.JOINED;

import kata.harness.lab.Lab;
import kata.lessons.sql.UserSessionsLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link UserSessionsLesson} on Flink. Make {@link UserSessions} pass it. */
class UserSessionsTest implements UserSessionsLesson {

  @Override
  public Class<?> lesson() {
    return UserSessions.class;
  }

  /** Flink judges lateness after an event has been put together with what is still open. */
  @Test
  void a_late_event_that_touches_an_open_session_counts(Lab lab) {
    lab.play(lesson(), JOINED)
        .shows(
            """
            at     | window          user  | seconds  events  pages
            12:50  | 12:10 .. 12:50  ann   | 600      2       2
            """);
  }
}
