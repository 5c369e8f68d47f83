package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.verdict.NotSolvedYet;

/**
 * Rank the two most viewed pages of each window of five minutes, in SQL.
 *
 * <p>The events are page views, in the table {@code clicks}: it has the columns page, event_time (a
 * TIMESTAMP_LTZ(3) with watermarks) and more. Return up to two rows for each window, once, when the
 * window is complete, with the columns window_start, window_end, place, page and views (a word of
 * SQL, so as a name it stands in backticks). The page with the most views has place 1. Of pages
 * with equally many views, the one that sorts first comes first. A window with one page has one
 * row. A late view counts as long as its window is not complete, and is left out after that. Read
 * docs/lessons/sql.md.
 */
public final class TopPages implements SqlQuery {

  @Override
  public String sql() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
