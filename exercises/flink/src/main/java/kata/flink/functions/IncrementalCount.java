package kata.flink.functions;

import kata.datasets.ClickEvent;
import kata.datasets.PageSummary;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Summarise the views of each page in windows of five minutes, without keeping the views.
 *
 * <p>The events are page views. Return one row for each window and page, when the window is
 * complete: the number of views, the views per minute (their number divided by five: three views
 * are 0.6), and the event times of the earliest and of the latest view. A view that comes after the
 * end of its window is left out. The lab measures what your job holds in state: however many views
 * a window has, that must stay as small as one summary. When its window is over, nothing of it may
 * stay. Should the job fail, it goes back to its last checkpoint, and the rows are the same. Read
 * docs/lessons/functions.md.
 */
public final class IncrementalCount implements StreamJob<ClickEvent, PageSummary> {

  @Override
  public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
