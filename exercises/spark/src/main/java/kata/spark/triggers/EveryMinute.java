package kata.spark.triggers;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.TriggeredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Show once a minute which counts have changed.
 *
 * <p>The events are page views with the columns page, event_time and more; they have no watermark
 * yet. Count the views of each page in windows of five minutes, with a watermark two minutes before
 * the newest event_time so far. A micro-batch starts when the query starts, and after that on each
 * full minute of the machine's clock, if there is something to do. Return one row for each window
 * and page whose count it has changed, with the columns window_start, window_end, page and views. A
 * view changes nothing if its window ended at or before the watermark with which the micro-batch
 * before began; Spark sees to that. The query runs until somebody stops it. Read
 * docs/lessons/triggers.md.
 */
public final class EveryMinute implements TriggeredQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  @Override
  public OutputMode outputMode() {
    return OutputMode.Append(); // is this the mode that the task asks for?
  }

  @Override
  public Trigger trigger() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
