package kata.spark.functions;

import kata.lessons.functions.StreamJoinLesson;

/** Runs {@link StreamJoinLesson} on Spark. Make {@link StreamJoin} pass it. */
class StreamJoinTest implements StreamJoinLesson {

  @Override
  public Class<?> lesson() {
    return StreamJoin.class;
  }
}
