package kata.spark.triggers;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.TriggeredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Take what is there, give out what is complete, and end, again and again.
 *
 * <p>A scheduler starts the query now and then. Each run goes on where the last one ended, takes
 * all views that have arrived since, gives out what they have made complete, and ends by itself;
 * nothing runs in between. The events are page views with the columns page, event_time and more;
 * they have no watermark yet. Count the views of each page in windows of five minutes, with a
 * watermark two minutes before the newest event_time so far, over all runs. A window is complete
 * when the watermark has reached its end: return one row for each page in it, with the columns
 * window_start, window_end, page and views, in the run in which this happens. A view that comes for
 * the window in a later run is left out. Read docs/lessons/triggers.md.
 */
public final class RunAndStop implements TriggeredQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  @Override
  public Trigger trigger() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
