package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.verdict.NotSolvedYet;

/**
 * Every five minutes, average what each thermometer showed in the last ten, in SQL.
 *
 * <p>The events are temperatures, in the table {@code readings}: it has the columns sensor, celsius
 * (an INT) and event_time (a TIMESTAMP_LTZ(3) with watermarks). The windows are ten minutes long,
 * and one starts at every full five minutes. Return one row for each window and thermometer, when
 * the window is complete, with the columns window_start, window_end, sensor and average: the mean
 * of its readings, not rounded. A thermometer without a reading in a window has no row there. A
 * late reading counts in those of its windows that are not complete yet. Read docs/lessons/sql.md.
 */
public final class MovingAverage implements SqlQuery {

  @Override
  public String sql() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
