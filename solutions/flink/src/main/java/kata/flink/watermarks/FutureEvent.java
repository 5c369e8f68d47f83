package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Puts the arrival in the place of a time that cannot be, before anything sees it. */
public final class FutureEvent implements WatermarkJob {

  private static final long BELIEVED_AHEAD = Duration.ofMinutes(1).toMillis();

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ofMinutes(2))
        .withTimestampAssigner((event, arrival) -> believed(event, arrival));
  }

  private static long believed(ClickEvent event, long arrival) {
    long claimed = event.eventTime().toEpochMilli();
    return claimed > arrival + BELIEVED_AHEAD ? arrival : claimed;
  }
}
