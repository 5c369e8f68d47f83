package kata.flink.tumbling;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the views of each page in windows of five minutes.
 *
 * <p>The events are page views; each carries its event time, and the stream its watermarks. A
 * window starts at every full five minutes, and a view at that moment belongs to it. Return one row
 * for each window and page, when the window is complete. A late view counts as long as its window
 * is not complete, and is left out after that. Read docs/lessons/tumbling.md.
 */
public final class PageViewsPerWindow implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
