package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.verdict.NotSolvedYet;

/**
 * Every five minutes, say how often each page was viewed in this quarter of an hour so far.
 *
 * <p>The events are page views, in the table {@code clicks}: it has the columns page, event_time (a
 * TIMESTAMP_LTZ(3) with watermarks) and more. The totals begin anew at every full quarter of an
 * hour. At each full five minutes, return one row for each page that was viewed in the quarter so
 * far, with the columns window_start (the start of the quarter), window_end (this moment), page and
 * views (a word of SQL, so as a name it stands in backticks). A page that was not viewed again
 * keeps its total, and its row. A late view counts in the totals that are still to come. Read
 * docs/lessons/sql.md.
 */
public final class RunningTotals implements SqlQuery {

  @Override
  public String sql() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
