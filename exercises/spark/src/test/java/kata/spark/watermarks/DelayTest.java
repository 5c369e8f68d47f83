package kata.spark.watermarks;

import kata.lessons.watermarks.DelayLesson;

/** Runs {@link DelayLesson} on Spark. Make {@link Delay} pass it. */
class DelayTest implements DelayLesson {

  @Override
  public Class<?> lesson() {
    return Delay.class;
  }
}
