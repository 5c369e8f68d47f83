package kata.flink.tumbling;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Find the most viewed page of each window of five minutes.
 *
 * <p>The events are page views. Return one row for each window in which there was a view, when the
 * window is complete: the page with the most views, and how many it had. Of equals, the page that
 * sorts first wins. A late view counts as long as its window is not complete, and is left out after
 * that. Read docs/lessons/tumbling.md.
 */
public final class BusiestPage implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
