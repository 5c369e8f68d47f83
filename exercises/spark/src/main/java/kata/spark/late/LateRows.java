package kata.spark.late;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.MonitoredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * Count the views of each page in windows of five minutes, and how many late rows Spark drops.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * When a window is complete, return one row for each page in it, with the columns window_start,
 * window_end, page and views. A view counts as long as its window is not complete.
 *
 * <p>Spark says after each micro-batch how many rows it has dropped because their window was
 * complete: return that number from {@link #dropped}, for this micro-batch alone. It is a number of
 * rows of the aggregation, in which the views of one window and page that came in one micro-batch
 * have been put together: three late views of one window and page are one dropped row. Read
 * docs/lessons/late.md.
 */
public final class LateRows implements MonitoredQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  @Override
  public long dropped(StreamingQueryProgress progress) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
