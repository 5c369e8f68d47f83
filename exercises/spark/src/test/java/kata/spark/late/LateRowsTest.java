package kata.spark.late;

import kata.lessons.late.LateRowsLesson;

/** Runs {@link LateRowsLesson} on Spark. Make {@link LateRows} pass it. */
class LateRowsTest implements LateRowsLesson {

  @Override
  public Class<?> lesson() {
    return LateRows.class;
  }
}
