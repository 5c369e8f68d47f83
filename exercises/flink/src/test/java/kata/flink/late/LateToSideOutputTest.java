package kata.flink.late;

import kata.lessons.late.LateToSideOutputLesson;

/** Runs {@link LateToSideOutputLesson} on Flink. Make {@link LateToSideOutput} pass it. */
class LateToSideOutputTest implements LateToSideOutputLesson {

  @Override
  public Class<?> lesson() {
    return LateToSideOutput.class;
  }
}
