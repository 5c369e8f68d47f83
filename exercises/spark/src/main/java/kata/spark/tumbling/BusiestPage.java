package kata.spark.tumbling;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Find the most viewed page of each window of five minutes.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * Return one row for each window in which there was a view, when the window is complete, with the
 * columns window_start, window_end, page and views: the page with the most views, and how many it
 * had. Of equals, the page that sorts first wins. A late view counts as long as its window is not
 * complete, and is left out after that. Read docs/lessons/tumbling.md.
 */
public final class BusiestPage implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
