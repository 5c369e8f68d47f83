package kata.flink.watermarks;

import java.time.Duration;
import java.time.Instant;
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
public final class FutureEventAlternatives {

  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private FutureEventAlternatives() {}

  /** Reckons with instants and durations, in an assigner of its own. */
  public static final class InstantsThroughout implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(BOUND)
          .withTimestampAssigner(context -> new Sceptic());
    }

    private static final class Sceptic implements TimestampAssigner<ClickEvent> {

      @Override
      public long extractTimestamp(ClickEvent event, long recordTimestamp) {
        Instant arrival = Instant.ofEpochMilli(recordTimestamp);
        Duration lead = Duration.between(arrival, event.eventTime());
        return lead.compareTo(AHEAD) <= 0 ? event.eventTime().toEpochMilli() : recordTimestamp;
      }
    }
  }

  /** Moves with each event, by the timestamp that was assigned. */
  public static final class WithEachEvent implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return WatermarkStrategy.<ClickEvent>forGenerator(
              context ->
                  new Strategies.Punctuated() {
                    @Override
                    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                      output.emitWatermark(new Watermark(timestamp - BOUND.toMillis() - 1));
                    }
                  })
          .withTimestampAssigner(
              (event, arrival) -> {
                long claimed = event.eventTime().toEpochMilli();
                return claimed - arrival > AHEAD.toMillis() ? arrival : claimed;
              });
    }
  }

  /** Wraps another strategy, and lets it see no time that cannot be. */
  public static final class Wrapped implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return new Checked(
          WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(BOUND)
              .withTimestampAssigner(Strategies.EVENT_TIME));
    }

    private record Checked(WatermarkStrategy<ClickEvent> believing)
        implements WatermarkStrategy<ClickEvent> {

      @Override
      public TimestampAssigner<ClickEvent> createTimestampAssigner(
          TimestampAssignerSupplier.Context context) {
        TimestampAssigner<ClickEvent> claims = believing.createTimestampAssigner(context);
        return (event, arrival) -> {
          long claimed = claims.extractTimestamp(event, arrival);
          return claimed > arrival + AHEAD.toMillis() ? arrival : claimed;
        };
      }

      @Override
      public WatermarkGenerator<ClickEvent> createWatermarkGenerator(
          WatermarkGeneratorSupplier.Context context) {
        return believing.createWatermarkGenerator(context);
      }
    }
  }
}
