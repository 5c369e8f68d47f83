package kata.flink.tumbling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A tumbling window made of state and timers. Each method is a decision that a learner takes, and
 * can take wrongly.
 */
class HandMadeWindow extends KeyedProcessFunction<String, ClickEvent, PageCount> {

  static final long SIZE = Duration.ofMinutes(5).toMillis();

  private transient MapState<Long, Long> counts;

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
  }

  /** Returns the start of the window to which an event belongs. */
  long startOf(long timestamp) throws Exception {
    return Math.floorDiv(timestamp, SIZE) * SIZE;
  }

  /** Returns when a window fires. */
  long timerOf(long start) {
    return start + SIZE - 1;
  }

  boolean isTooLate(long start, long watermark) {
    return start + SIZE - 1 <= watermark;
  }

  void forget(MapState<Long, Long> state, long start) throws Exception {
    state.remove(start);
  }

  @Override
  public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
      throws Exception {
    long start = startOf(context.timestamp());
    if (isTooLate(start, context.timerService().currentWatermark())) {
      return;
    }
    Long before = counts.get(start);
    counts.put(start, before == null ? 1L : before + 1);
    context.timerService().registerEventTimeTimer(timerOf(start));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
      throws Exception {
    List<Long> starts = new ArrayList<>();
    counts.keys().forEach(starts::add);
    for (long start : starts) {
      if (timerOf(start) == timestamp) {
        out.collect(
            Counting.count(start, start + SIZE, context.getCurrentKey(), counts.get(start)));
        forget(counts, start);
      }
    }
  }
}
