package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Let heartbeats, and nothing else, move time.
 *
 * <p>Besides page views the tracker sends events of the type {@code HEARTBEAT}. With one it says
 * that all views from before its {@code eventTime} have been sent; a view of exactly that time may
 * still come. Write the generator yourself. A heartbeat moves the watermark at once, before the
 * next event, to one millisecond before its time. A view never moves it, however new. A heartbeat
 * that is older than one before it changes nothing. The lab leaves heartbeats out when it counts.
 * The time of an event is its {@code eventTime}. Read docs/lessons/watermarks.md.
 */
public final class OwnGenerator implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
