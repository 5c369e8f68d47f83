package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;
import org.apache.flink.util.clock.RelativeClock;

/** Right answers, written differently. */
public final class SilentInputAlternatives {

  private static final Duration BOUND = Duration.ofMinutes(1);
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private SilentInputAlternatives() {}

  /** Puts Flink's own generators together. */
  public static final class GeneratorsPutTogether implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new WatermarksWithIdleness<>(
                  new BoundedOutOfOrdernessWatermarks<>(BOUND),
                  SILENCE,
                  context.getInputActivityClock()));
    }
  }

  /** Counts silence from the last event on, and not from when it was first asked in vain. */
  public static final class SinceLastEvent implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(context -> new Alert(context.getInputActivityClock()));
    }

    private static final class Alert implements WatermarkGenerator<ClickEvent> {

      private final RelativeClock clock;
      private long newest = Long.MIN_VALUE + BOUND.toMillis() + 1;
      private long heard;

      Alert(RelativeClock clock) {
        this.clock = clock;
        this.heard = clock.relativeTimeMillis();
      }

      @Override
      public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
        newest = Math.max(newest, timestamp);
        heard = clock.relativeTimeMillis();
      }

      @Override
      public void onPeriodicEmit(WatermarkOutput output) {
        if (clock.relativeTimeMillis() - heard > SILENCE.toMillis()) {
          output.markIdle();
        } else {
          output.emitWatermark(new Watermark(newest - BOUND.toMillis() - 1));
        }
      }
    }
  }

  /** Moves with each event, and looks for silence when asked. */
  public static final class WithEachEvent implements WatermarkJob {

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return Strategies.byHand(
          context ->
              new WatermarksWithIdleness<>(
                  new Strategies.Punctuated() {
                    @Override
                    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                      output.emitWatermark(new Watermark(timestamp - BOUND.toMillis() - 1));
                    }
                  },
                  SILENCE,
                  context.getInputActivityClock()));
    }
  }
}
