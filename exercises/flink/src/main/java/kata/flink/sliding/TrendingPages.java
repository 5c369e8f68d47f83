package kata.flink.sliding;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Every two minutes, find the most viewed page of the last ten.
 *
 * <p>The events are page views. The windows are ten minutes long, and one starts at every even
 * minute. Return one row for each window in which there was a view, when the window is complete:
 * the page with the most views, and how many it had. Of equals, the page that sorts first wins. A
 * late view counts in those of its windows that are not complete yet. Read docs/lessons/sliding.md.
 */
public final class TrendingPages implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
