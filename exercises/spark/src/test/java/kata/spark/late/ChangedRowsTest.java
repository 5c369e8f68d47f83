package kata.spark.late;

import kata.lessons.late.ChangedRowsLesson;

/** Runs {@link ChangedRowsLesson} on Spark. Make {@link ChangedRows} pass it. */
class ChangedRowsTest implements ChangedRowsLesson {

  @Override
  public Class<?> lesson() {
    return ChangedRows.class;
  }
}
