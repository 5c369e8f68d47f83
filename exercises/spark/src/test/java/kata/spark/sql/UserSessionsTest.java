package kata.spark.sql;

import static kata.datasets.scenarios.SessionScenarios.MANY_PAGES;

import kata.harness.lab.Lab;
import kata.lessons.sql.UserSessionsLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link UserSessionsLesson} on Spark. Make {@link UserSessions} pass it. */
class UserSessionsTest implements UserSessionsLesson {

  @Override
  public Class<?> lesson() {
    return UserSessions.class;
  }

  /** What Spark proposes in place of a distinct count is an estimate. */
  @Test
  void many_different_pages_are_counted_exactly(Lab lab) {
    lab.play(lesson(), MANY_PAGES)
        .shows(
            """
            at     | window          user  | seconds  events  pages
            13:29  | 12:00 .. 13:29  ann   | 3540     60      60
            """);
  }
}
