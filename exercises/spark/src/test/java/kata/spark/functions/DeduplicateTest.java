package kata.spark.functions;

import kata.lessons.functions.DeduplicateLesson;

/** Runs {@link DeduplicateLesson} on Spark. Make {@link Deduplicate} pass it. */
class DeduplicateTest implements DeduplicateLesson {

  @Override
  public Class<?> lesson() {
    return Deduplicate.class;
  }
}
