package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.verdict.NotSolvedYet;

/**
 * Count the views of each page in windows of five minutes, in SQL.
 *
 * <p>The events are page views, in the table {@code clicks}: it has the columns page, event_time (a
 * TIMESTAMP_LTZ(3) with watermarks) and more. Return one row for each window and page, once, when
 * the window is complete, with the columns window_start, window_end, page and views. The last one
 * is a word of SQL: as a name it stands in backticks. A late view counts as long as its window is
 * not complete, and is left out after that. Read docs/lessons/sql.md.
 */
public final class TumblingViews implements SqlQuery {

  @Override
  public String sql() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
