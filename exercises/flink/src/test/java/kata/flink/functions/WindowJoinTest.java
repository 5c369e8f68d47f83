package kata.flink.functions;

import kata.lessons.functions.WindowJoinLesson;

/** Runs {@link WindowJoinLesson} on Flink. Make {@link WindowJoin} pass it. */
class WindowJoinTest implements WindowJoinLesson {

  @Override
  public Class<?> lesson() {
    return WindowJoin.class;
  }
}
