package kata.flink.sliding;

import java.time.Instant;
import kata.datasets.Reading;
import kata.datasets.SensorAverage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps one sum and count for each five minutes, a pane, and puts two panes together at the end of
 * a window.
 */
final class AveragingByHand extends KeyedProcessFunction<String, Reading, SensorAverage> {

  /** The readings of one slide. */
  public record Pane(long sum, long count) {}

  private static final long SLIDE = Averaging.SLIDE.toMillis();
  private static final Pane EMPTY = new Pane(0, 0);

  private final long shift;
  private transient MapState<Long, Pane> byStart;

  /** Takes each reading for that many milliseconds older than it is; 0 is right. */
  AveragingByHand(long shift) {
    this.shift = shift;
  }

  @Override
  public void open(OpenContext context) {
    byStart =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("panes", Long.class, Pane.class));
  }

  @Override
  public void processElement(Reading reading, Context context, Collector<SensorAverage> out)
      throws Exception {
    long start = Math.floorDiv(context.timestamp() - shift, SLIDE) * SLIDE;
    long watermark = context.timerService().currentWatermark();
    if (start + 2 * SLIDE - 1 > watermark) {
      Pane pane = pane(start);
      byStart.put(start, new Pane(pane.sum() + reading.celsius(), pane.count() + 1));
      context.timerService().registerEventTimeTimer(start + 2 * SLIDE - 1);
      if (start + SLIDE - 1 > watermark) {
        context.timerService().registerEventTimeTimer(start + SLIDE - 1);
      }
    }
  }

  private Pane pane(long start) throws Exception {
    Pane pane = byStart.get(start);
    return pane == null ? EMPTY : pane;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SensorAverage> out)
      throws Exception {
    long end = timestamp + 1;
    Pane older = pane(end - 2 * SLIDE);
    Pane newer = pane(end - SLIDE);
    double mean = (double) (older.sum() + newer.sum()) / (older.count() + newer.count());
    Instant last = Instant.ofEpochMilli(end);
    out.collect(new SensorAverage(last.minus(Averaging.SIZE), last, context.getCurrentKey(), mean));
    byStart.remove(end - 2 * SLIDE);
  }
}
