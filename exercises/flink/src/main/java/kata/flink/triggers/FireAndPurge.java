package kata.flink.triggers;

import kata.datasets.ClickEvent;
import kata.datasets.PageIncrement;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Report the views of each page in windows of five minutes as increments that a ledger can add up.
 *
 * <p>The events are page views. A row comes out as soon as two views of a page have come that no
 * row of their window has counted, and when event time reaches the end of the window, for the one
 * that may be left; if none is left, the end gives no row. For one minute after the end, views that
 * come late still count, and each gives a row at once. {@code newViews} counts the views that no
 * earlier row has counted, {@code totalViews} those of all rows of the window so far. A view that
 * comes when event time has reached the end plus one minute is left out. Leave no state behind.
 * Should the job fail, it goes back to its last checkpoint, and the rows are the same. Read
 * docs/lessons/triggers.md.
 */
public final class FireAndPurge implements StreamJob<ClickEvent, PageIncrement> {

  @Override
  public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
