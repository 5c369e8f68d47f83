package kata.flink.late;

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
 * Windows that can be corrected, made of state and timers. Each method is a decision that a learner
 * takes, and can take wrongly.
 */
class CorrectionsByHand extends KeyedProcessFunction<String, ClickEvent, PageCount> {

  static final long SIZE = Windows.FIVE_MINUTES.toMillis();
  static final long LATENESS = Windows.LATENESS.toMillis();

  private transient MapState<Long, Long> counts;

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
  }

  boolean isTooLate(long time, long end, long watermark) {
    return end - 1 + LATENESS <= watermark;
  }

  /** Returns what the first late view of a page finds in a window of which there is no state. */
  long unknown() {
    return 0;
  }

  /** Does what there is to do after a late view. */
  void correct(long start, long views, Context context, Collector<PageCount> out) throws Exception {
    out.collect(row(start, context.getCurrentKey(), views));
  }

  /** Returns when a window is answered for the first time. */
  long timerOf(long end) {
    return end - 1;
  }

  /** Returns what stays of a count that has been answered. */
  long afterFiring(long views) {
    return views;
  }

  /** Returns when what a window has counted is removed. */
  long forgetAt(long end) {
    return end - 1 + LATENESS;
  }

  /** Returns whether a view sets the timer that removes what its window has counted. */
  boolean forgetsLater(boolean answered) {
    return true;
  }

  /** Removes what a window has counted. */
  void forget(MapState<Long, Long> counts, long start) throws Exception {
    counts.remove(start);
  }

  final PageCount row(long start, String page, long views) {
    return Windows.count(start, start + SIZE, page, views);
  }

  @Override
  public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
      throws Exception {
    long start = Math.floorDiv(context.timestamp(), SIZE) * SIZE;
    long end = start + SIZE;
    long watermark = context.timerService().currentWatermark();
    if (isTooLate(context.timestamp(), end, watermark)) {
      return;
    }
    boolean answered = timerOf(end) <= watermark;
    Long before = counts.get(start);
    long views = (before == null ? (answered ? unknown() : 0) : before) + 1;
    counts.put(start, views);
    if (answered) {
      correct(start, views, context, out);
      counts.put(start, afterFiring(views));
    } else {
      context.timerService().registerEventTimeTimer(timerOf(end));
    }
    if (forgetsLater(answered) && forgetAt(end) > watermark) {
      context.timerService().registerEventTimeTimer(forgetAt(end));
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
      throws Exception {
    List<Long> starts = new ArrayList<>();
    counts.keys().forEach(starts::add);
    for (long start : starts) {
      long end = start + SIZE;
      if (timerOf(end) == timestamp) {
        out.collect(row(start, context.getCurrentKey(), counts.get(start)));
        counts.put(start, afterFiring(counts.get(start)));
      }
      if (forgetAt(end) == timestamp) {
        forget(counts, start);
      }
    }
  }
}
