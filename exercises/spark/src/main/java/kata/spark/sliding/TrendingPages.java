package kata.spark.sliding;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every two minutes, find the most viewed page of the last ten.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * The windows are ten minutes long, and one starts at every even minute. Return one row for each
 * window in which there was a view, when the window is complete, with the columns window_start,
 * window_end, page and views: the page with the most views, and how many it had. Of equals, the
 * page that sorts first wins. A late view counts in those of its windows that are not complete yet.
 * Read docs/lessons/sliding.md.
 */
public final class TrendingPages implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
