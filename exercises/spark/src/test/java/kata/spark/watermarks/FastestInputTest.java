package kata.spark.watermarks;

import kata.lessons.watermarks.FastestInputLesson;

/** Runs {@link FastestInputLesson} on Spark. Make {@link FastestInput} pass it. */
class FastestInputTest implements FastestInputLesson {

  @Override
  public Class<?> lesson() {
    return FastestInput.class;
  }
}
