package kata.flink.functions;

import kata.lessons.functions.IncrementalCountLesson;

/** Runs {@link IncrementalCountLesson} on Flink. Make {@link IncrementalCount} pass it. */
class IncrementalCountTest implements IncrementalCountLesson {

  @Override
  public Class<?> lesson() {
    return IncrementalCount.class;
  }
}
