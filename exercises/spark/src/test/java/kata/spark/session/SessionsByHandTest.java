package kata.spark.session;

import kata.lessons.session.SessionsByHandLesson;

/** Runs {@link SessionsByHandLesson} on Spark. Make {@link SessionsByHand} pass it. */
class SessionsByHandTest implements SessionsByHandLesson {

  @Override
  public Class<?> lesson() {
    return SessionsByHand.class;
  }
}
