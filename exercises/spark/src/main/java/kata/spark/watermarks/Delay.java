package kata.spark.watermarks;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Wait two minutes for views that arrive out of order.
 *
 * <p>The events are page views with the columns page, event_time and more; they have no watermark
 * yet. Count the views of each page in windows of five minutes. After each micro-batch the
 * watermark stands two minutes before the newest event_time so far. When it reaches the end of a
 * window, return one row for each page in it, with the columns window_start, window_end, page and
 * views; a view that comes for the window after that is left out. Read docs/lessons/watermarks.md.
 */
public final class Delay implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
