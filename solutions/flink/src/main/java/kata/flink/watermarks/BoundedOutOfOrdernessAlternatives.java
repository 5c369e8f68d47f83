package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Right answers, written differently. */
public final class BoundedOutOfOrdernessAlternatives {

  private static final long BOUND = Duration.ofMinutes(2).toMillis();

  private BoundedOutOfOrdernessAlternatives() {}

  /** Remembers the newest time, and says nothing before there is one. */
  public static final class PeriodicByHand implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new BehindTheNewest());
    }

    private static final class BehindTheNewest implements WatermarkGenerator<ClickEvent> {

      private Long newest;

      @Override
      public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
        newest = newest == null ? timestamp : Math.max(newest, timestamp);
      }

      @Override
      public void onPeriodicEmit(WatermarkOutput output) {
        if (newest != null) {
          output.emitWatermark(new Watermark(newest - BOUND - 1));
        }
      }
    }
  }

  /** Moves with each event, and leaves it to Flink that a watermark never goes back. */
  public static final class WithEachEvent implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new Strategies.Punctuated() {
                @Override
                public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                  output.emitWatermark(new Watermark(timestamp - BOUND - 1));
                }
              });
    }
  }

  /** Is a strategy itself, and moves only when the newest event is newer than before. */
  public static final class OwnStrategy implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return new Patient();
    }

    private static final class Patient implements WatermarkStrategy<ClickEvent> {

      private static final long serialVersionUID = 1L;

      @Override
      public TimestampAssigner<ClickEvent> createTimestampAssigner(
          TimestampAssignerSupplier.Context context) {
        return (event, arrival) -> event.eventTime().toEpochMilli();
      }

      @Override
      public WatermarkGenerator<ClickEvent> createWatermarkGenerator(
          WatermarkGeneratorSupplier.Context context) {
        return new Strategies.Punctuated() {
          private long watermark = Long.MIN_VALUE;

          @Override
          public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
            if (timestamp - BOUND > watermark + 1) {
              watermark = timestamp - BOUND - 1;
              output.emitWatermark(new Watermark(watermark));
            }
          }
        };
      }
    }
  }

  /** Also declares a silent input idle, which changes nothing where there is no other one. */
  public static final class StockWithIdleness implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ofSeconds(120))
          .withIdleness(Duration.ofMinutes(10))
          .withTimestampAssigner(Strategies.EVENT_TIME);
    }
  }
}
