package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/** Right answers, written differently. */
public final class OwnGeneratorAlternatives {

  private OwnGeneratorAlternatives() {}

  /** Remembers the newest heartbeat, and says it again when asked. */
  private static class NewestHeartbeat implements WatermarkGenerator<ClickEvent> {

    private long watermark = Long.MIN_VALUE;

    @Override
    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
      if (event.eventType() == EventType.HEARTBEAT) {
        watermark = Math.max(watermark, event.eventTime().minusMillis(1).toEpochMilli());
        onPeriodicEmit(output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(watermark));
    }
  }

  /** Emits when there is a heartbeat and when it is asked. */
  public static final class SaysItAgain implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new NewestHeartbeat());
    }
  }

  /** Is left out when it has been silent for long; there is no other input to gain by it. */
  public static final class WithIdleness implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new WatermarksWithIdleness<>(
                  new NewestHeartbeat(), Duration.ofMinutes(10), context.getInputActivityClock()));
    }
  }

  /** Is strategy, assigner and generator in one class each, without a lambda. */
  public static final class OwnStrategy implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return new Tracked();
    }

    private static final class Tracked implements WatermarkStrategy<ClickEvent> {

      private static final long serialVersionUID = 1L;

      @Override
      public TimestampAssigner<ClickEvent> createTimestampAssigner(
          TimestampAssignerSupplier.Context context) {
        return Strategies.EVENT_TIME;
      }

      @Override
      public WatermarkGenerator<ClickEvent> createWatermarkGenerator(
          WatermarkGeneratorSupplier.Context context) {
        return new Strategies.Punctuated() {
          @Override
          public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
            switch (event.eventType()) {
              case HEARTBEAT -> output.emitWatermark(new Watermark(timestamp - 1));
              default -> {}
            }
          }
        };
      }
    }
  }
}
