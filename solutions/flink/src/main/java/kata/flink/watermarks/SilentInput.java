package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Waits a minute in each partition, and leaves out those that are silent for five. */
public final class SilentInput implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ofMinutes(1))
        .withIdleness(Duration.ofMinutes(5))
        .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli());
  }
}
