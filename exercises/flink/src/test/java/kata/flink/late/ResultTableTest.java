package kata.flink.late;

import kata.lessons.late.ResultTableLesson;

/** Runs {@link ResultTableLesson} on Flink. Make {@link ResultTable} pass it. */
class ResultTableTest implements ResultTableLesson {

  @Override
  public Class<?> lesson() {
    return ResultTable.class;
  }
}
