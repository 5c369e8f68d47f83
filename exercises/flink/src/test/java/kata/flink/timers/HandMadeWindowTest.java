package kata.flink.timers;

import kata.lessons.timers.HandMadeWindowLesson;

/** Runs {@link HandMadeWindowLesson} on Flink. Make {@link HandMadeWindow} pass it. */
class HandMadeWindowTest implements HandMadeWindowLesson {

  @Override
  public Class<?> lesson() {
    return HandMadeWindow.class;
  }
}
