package kata.spark.functions;

import kata.lessons.functions.OuterJoinLesson;

/** Runs {@link OuterJoinLesson} on Spark. Make {@link OuterJoin} pass it. */
class OuterJoinTest implements OuterJoinLesson {

  @Override
  public Class<?> lesson() {
    return OuterJoin.class;
  }
}
