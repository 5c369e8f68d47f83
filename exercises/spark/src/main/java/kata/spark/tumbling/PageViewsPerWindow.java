package kata.spark.tumbling;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Count the views of each page in windows of five minutes.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * A window starts at every full five minutes, and a view at that moment belongs to it. Return one
 * row for each window and page, when the window is complete, with the columns window_start,
 * window_end, page and views. A late view counts as long as its window is not complete, and is left
 * out after that. Read docs/lessons/tumbling.md.
 */
public final class PageViewsPerWindow implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
