package kata.spark.late;

import kata.lessons.late.WholeTableLesson;

/** Runs {@link WholeTableLesson} on Spark. Make {@link WholeTable} pass it. */
class WholeTableTest implements WholeTableLesson {

  @Override
  public Class<?> lesson() {
    return WholeTable.class;
  }
}
