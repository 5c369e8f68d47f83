package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Emits a watermark with each heartbeat, and nothing when it is asked. */
public final class OwnGenerator implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    return WatermarkStrategy.forGenerator(context -> new ByHeartbeat())
        .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli());
  }

  private static final class ByHeartbeat implements WatermarkGenerator<ClickEvent> {

    @Override
    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
      if (event.eventType() == EventType.HEARTBEAT) {
        output.emitWatermark(new Watermark(timestamp - 1));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Each heartbeat has said already how far time has come.
    }
  }
}
