package kata.spark.watermarks;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.TwoStreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Count the views of two streams together, and lose none of either.
 *
 * <p>Both streams have page views with the columns page, event_time and more; they have no
 * watermark yet. Views of the web site arrive up to one minute out of order, those of the app up to
 * five; one of the streams may be far behind the other. Count the views of each page of both
 * streams together, in windows of five minutes. A window is complete when no view of either stream
 * is expected for it any more: return one row for each page in it then, with the columns
 * window_start, window_end, page and views. Before both streams have spoken, nothing is complete.
 * The watermark of the query is that of the slower stream: one minute before the newest view of the
 * web site, or five minutes before that of the app. Read docs/lessons/watermarks.md.
 */
public final class SeveralInputs implements TwoStreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
