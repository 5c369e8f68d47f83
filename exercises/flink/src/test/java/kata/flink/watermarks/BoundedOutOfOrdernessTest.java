package kata.flink.watermarks;

import kata.lessons.watermarks.BoundedOutOfOrdernessLesson;

/**
 * Runs {@link BoundedOutOfOrdernessLesson} on Flink. Make {@link BoundedOutOfOrderness} pass it.
 */
class BoundedOutOfOrdernessTest implements BoundedOutOfOrdernessLesson {

  @Override
  public Class<?> lesson() {
    return BoundedOutOfOrderness.class;
  }
}
