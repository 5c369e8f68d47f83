package kata.flink.timers;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the views of each page in windows of five minutes, and say when a page goes quiet.
 *
 * <p>The events are page views. Return one row for each window and page with views, when the
 * watermark reaches the end of the window, as tumbling windows do: they start at multiples of five
 * minutes, before 1970 as well. Beyond that, a window without views has a row too, with zero views,
 * if the window just before it had views of the page; it comes out when the watermark reaches its
 * end. After a row with zero views the page is forgotten until it is viewed again. A view that
 * comes when the watermark has reached the end of its window is left out. Flink's windows cannot do
 * this, because an empty window does not exist: build yours from a keyed process function, state
 * and timers, and leave no state behind. Should the job fail, it goes back to its last checkpoint,
 * and the rows are the same. Read docs/lessons/timers.md.
 */
public final class HandMadeWindow implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
