package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Wait two minutes for views that arrive out of order.
 *
 * <p>The time of an event is its {@code eventTime}. The watermark stays two minutes behind the
 * newest event: a view that is exactly two minutes older than the newest one is still in time, one
 * that is a millisecond older than that may be late. Before the first event there is no watermark.
 * The lab counts views in windows of five minutes behind your strategy and shows you what was late.
 * Read docs/lessons/watermarks.md.
 */
public final class BoundedOutOfOrderness implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
