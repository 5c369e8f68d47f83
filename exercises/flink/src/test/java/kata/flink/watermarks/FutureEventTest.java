package kata.flink.watermarks;

import kata.lessons.watermarks.FutureEventLesson;

/** Runs {@link FutureEventLesson} on Flink. Make {@link FutureEvent} pass it. */
class FutureEventTest implements FutureEventLesson {

  @Override
  public Class<?> lesson() {
    return FutureEvent.class;
  }
}
