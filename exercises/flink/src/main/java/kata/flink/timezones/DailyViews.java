package kata.flink.timezones;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the views of each page by the days of a shop in Berlin ({@code Europe/Berlin}).
 *
 * <p>The events are page views. A day lasts from midnight to midnight by the clocks of Berlin; the
 * view that falls on midnight belongs to the day that begins. Most days have 24 hours, one in March
 * has 23 and one in October has 25. Return one row for each day and page that was viewed, when the
 * watermark reaches the end of the day: start and end of the day as instants, page and number of
 * views. A late view counts as long as its day is not over, and is left out after that. Read
 * docs/lessons/timezones.md.
 */
public final class DailyViews implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
