package kata.spark.functions;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rank the three most viewed pages of each window of five minutes.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * Return up to three rows for each window of five minutes, when it is complete, with the columns
 * window_start, window_end, rank (1, 2 or 3), page and views (how often it was viewed in the
 * window). The page with the most views has rank 1. Of pages with equally many views the one that
 * sorts first comes first, so that no rank is shared, and no window has more than three rows. A
 * window in which fewer pages were viewed has fewer rows. A late view counts as long as its window
 * is not complete, and is left out after that. Read docs/lessons/functions.md.
 */
public final class TopPages implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
