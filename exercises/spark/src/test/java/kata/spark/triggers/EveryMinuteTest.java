package kata.spark.triggers;

import kata.lessons.triggers.EveryMinuteLesson;

/** Runs {@link EveryMinuteLesson} on Spark. Make {@link EveryMinute} pass it. */
class EveryMinuteTest implements EveryMinuteLesson {

  @Override
  public Class<?> lesson() {
    return EveryMinute.class;
  }
}
