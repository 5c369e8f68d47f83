package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What right and wrong answers on watermarks share. */
final class Strategies {

  /** Reads the event time, in milliseconds since 1970. */
  static final SerializableTimestampAssigner<ClickEvent> EVENT_TIME =
      (event, arrival) -> event.eventTime().toEpochMilli();

  private Strategies() {}

  /** Returns a strategy of event time whose generators are written by hand. */
  static WatermarkStrategy<ClickEvent> byHand(WatermarkGeneratorSupplier<ClickEvent> generators) {
    return WatermarkStrategy.forGenerator(generators).withTimestampAssigner(EVENT_TIME);
  }

  /** Moves time when asked, and not with each event. */
  abstract static class Periodic implements WatermarkGenerator<ClickEvent> {

    /** Remembers what the clock needs of an event. */
    abstract void see(ClickEvent event, long timestamp);

    /** Returns the watermark of this moment, in milliseconds since 1970. */
    abstract long watermark();

    @Override
    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
      see(event, timestamp);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(watermark()));
    }
  }

  /** Follows the newest event at a distance. */
  static class Behind extends Periodic {

    long newest;

    private final long distance;

    /**
     * Begins before the first event.
     *
     * @param start in milliseconds since 1970
     * @param distance in milliseconds
     */
    Behind(long start, long distance) {
      this.newest = start;
      this.distance = distance;
    }

    @Override
    void see(ClickEvent event, long timestamp) {
      newest = Math.max(newest, timestamp);
    }

    @Override
    long watermark() {
      return newest - distance;
    }
  }

  /** Moves time with an event, and does nothing when asked. */
  abstract static class Punctuated implements WatermarkGenerator<ClickEvent> {

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
