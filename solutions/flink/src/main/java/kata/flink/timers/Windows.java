package kata.flink.timers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Windows made of state and timers. Each method is a decision that a learner takes, and can take
 * wrongly.
 */
class Windows extends KeyedProcessFunction<String, ClickEvent, PageCount> {

  static final long SIZE = Duration.ofMinutes(5).toMillis();

  transient MapState<Long, Long> counts;

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("views by start", Long.class, Long.class));
  }

  /** Returns the start of the window to which an event belongs. */
  long startOf(long timestamp) {
    return timestamp - Math.floorMod(timestamp, SIZE);
  }

  /** Returns when a window ends, as a timer. */
  long timerOf(long start) {
    return start + SIZE - 1;
  }

  boolean isTooLate(long start, long timestamp, long watermark) {
    return timerOf(start) <= watermark;
  }

  /** Removes what a window has counted. */
  void forget(long start) throws Exception {
    counts.remove(start);
  }

  /** Sees to the window after one that has ended. */
  void goOn(
      long start, boolean hadViews, TimerService timers, String page, Collector<PageCount> out)
      throws Exception {
    if (hadViews) {
      timers.registerEventTimeTimer(timerOf(start + SIZE));
    }
  }

  @Override
  public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
      throws Exception {
    long start = startOf(context.timestamp());
    if (isTooLate(start, context.timestamp(), context.timerService().currentWatermark())) {
      return;
    }
    Long before = counts.get(start);
    counts.put(start, before == null ? 1 : before + 1);
    context.timerService().registerEventTimeTimer(timerOf(start));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PageCount> out)
      throws Exception {
    long start = time - timerOf(0);
    Long views = counts.get(start);
    boolean hadViews = views != null && views > 0;
    out.collect(row(start, context.getCurrentKey(), hadViews ? views : 0));
    forget(start);
    goOn(start, hadViews, context.timerService(), context.getCurrentKey(), out);
  }

  static PageCount row(long start, String page, long views) {
    return new PageCount(
        Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + SIZE), page, views);
  }
}
