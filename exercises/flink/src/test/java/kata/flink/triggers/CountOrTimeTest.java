package kata.flink.triggers;

import kata.lessons.triggers.CountOrTimeLesson;

/** Runs {@link CountOrTimeLesson} on Flink. Make {@link CountOrTime} pass it. */
class CountOrTimeTest implements CountOrTimeLesson {

  @Override
  public Class<?> lesson() {
    return CountOrTime.class;
  }
}
