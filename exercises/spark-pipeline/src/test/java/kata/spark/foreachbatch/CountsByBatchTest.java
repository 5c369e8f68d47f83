package kata.spark.foreachbatch;

import kata.lessons.foreachbatch.CountsByBatchLesson;

/** Runs {@link CountsByBatchLesson} on Spark. Make {@link CountsByBatch} pass it. */
class CountsByBatchTest implements CountsByBatchLesson {

  @Override
  public Class<?> lesson() {
    return CountsByBatch.class;
  }
}
