package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Do not let a view from the future set the clock.
 *
 * <p>A record comes out of the source with the time at which it arrived. A view whose {@code
 * eventTime} is more than one minute after its arrival is not believed: the time of its arrival
 * takes the place of its event time, for its window and for the clock. Up to one minute, and with
 * exactly one minute, it is believed; so is a view from long ago, however old. As in the first
 * lesson, the watermark stays two minutes and one millisecond behind the newest time. Read
 * docs/lessons/watermarks.md.
 */
public final class FutureEvent implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
