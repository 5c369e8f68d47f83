package kata.spark.late;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * Count the views of each page in windows of five minutes, and show each count when it changes.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * After each micro-batch, return one row for each window and page whose count the batch has
 * changed, with the count so far, in the columns window_start, window_end, page and views. When a
 * window ends, nothing more is said of it: a view that comes for it after that changes nothing.
 * Read docs/lessons/late.md.
 */
public final class ChangedRows implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  @Override
  public OutputMode outputMode() {
    return OutputMode.Append(); // is this the mode that the task asks for?
  }
}
