package kata.spark.timezones;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Count the views of each page by the days of a shop in Berlin ({@code Europe/Berlin}).
 *
 * <p>The events are page views. A day lasts from midnight to midnight by the clocks of Berlin; the
 * view that falls on midnight belongs to the day that begins. Most days have 24 hours, one in March
 * has 23 and one in October has 25. Return one row for each day and page that was viewed, when the
 * watermark reaches the end of the day, with the columns {@code window_start} and {@code
 * window_end} (start and end of the day, timestamps), {@code page} and {@code views}. A late view
 * counts as long as its day is not over, and is left out after that. The session's time zone is
 * UTC; leave the output mode as it is, append. Read docs/lessons/timezones.md.
 */
public final class DailyViews implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
