package kata.flink.sql;

import kata.lessons.sql.RunningTotalsLesson;

/** Runs {@link RunningTotalsLesson} on Flink. Make {@link RunningTotals} pass it. */
class RunningTotalsTest implements RunningTotalsLesson {

  @Override
  public Class<?> lesson() {
    return RunningTotals.class;
  }
}
