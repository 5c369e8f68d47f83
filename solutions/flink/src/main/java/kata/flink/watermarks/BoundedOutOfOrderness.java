package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Takes the stock strategy, and tells it where an event keeps its time. */
public final class BoundedOutOfOrderness implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ofMinutes(2))
        .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli());
  }
}
