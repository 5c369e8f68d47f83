package kata.spark.functions;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Find the peak of each quarter of an hour: the page that had the most views in any five minutes of
 * it.
 *
 * <p>The events are page views with the columns page, event_time and more; their watermark is set.
 * First count the views of each page in windows of five minutes. Then compare the counts of one
 * quarter of an hour (12:00 to 12:15, and so on), which holds three such windows. Return one row
 * for each quarter with views, when it is complete, with the columns window_start and window_end
 * (of the quarter), page (the one with the greatest count), peak (the start of its five minutes)
 * and views (that count). Of equals, the earlier five minutes win, and then the page that sorts
 * first. A view that comes after the end of its five minutes is left out, even though the quarter
 * is still open. Read docs/lessons/functions.md.
 */
public final class TwoStages implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
