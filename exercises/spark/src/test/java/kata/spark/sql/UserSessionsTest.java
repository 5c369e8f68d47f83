package kata.spark.sql;

import kata.lessons.sql.UserSessionsLesson;

/** Runs {@link UserSessionsLesson} on Spark. Make {@link UserSessions} pass it. */
class UserSessionsTest implements UserSessionsLesson {

  @Override
  public Class<?> lesson() {
    return UserSessions.class;
  }
}
