package kata.spark.sql;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.SqlQuery;

/**
 * Count the views of each page in windows of five minutes, in SQL.
 *
 * <p>The events are page views, in the view {@code clicks}: it has the columns page, event_time (a
 * timestamp whose watermark is set) and more. Return one row for each window and page, when the
 * window is complete, with the columns window_start, window_end, page and views. A late view counts
 * as long as its window is not complete, and is left out after that. Read docs/lessons/sql.md.
 */
public final class TumblingViews implements SqlQuery {

  @Override
  public String sql() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
