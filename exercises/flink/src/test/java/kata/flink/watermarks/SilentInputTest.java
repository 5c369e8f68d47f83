package kata.flink.watermarks;

import kata.lessons.watermarks.SilentInputLesson;

/** Runs {@link SilentInputLesson} on Flink. Make {@link SilentInput} pass it. */
class SilentInputTest implements SilentInputLesson {

  @Override
  public Class<?> lesson() {
    return SilentInput.class;
  }
}
