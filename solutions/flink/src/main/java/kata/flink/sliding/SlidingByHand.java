package kata.flink.sliding;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sliding windows made of state and timers: each view is added to the count of every window in
 * which it lies. Each method is a decision that a learner takes, and can take wrongly.
 */
class SlidingByHand extends KeyedProcessFunction<String, ClickEvent, PageCount> {

  private transient MapState<Long, Long> countsByEnd;

  @Override
  public void open(OpenContext context) {
    countsByEnd =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
  }

  /** Returns the end of the first window in which an event lies. */
  long firstEnd(long time) {
    long slide = Trending.SLIDE.toMillis();
    return time - Math.floorMod(time, slide) + slide;
  }

  boolean isTooLate(long end, long watermark) {
    return end - 1 <= watermark;
  }

  void forget(MapState<Long, Long> state, long end) throws Exception {
    state.remove(end);
  }

  @Override
  public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
      throws Exception {
    long end = firstEnd(context.timestamp());
    long last = end - Trending.SLIDE.toMillis() + Trending.SIZE.toMillis();
    for (; end <= last; end += Trending.SLIDE.toMillis()) {
      if (!isTooLate(end, context.timerService().currentWatermark())) {
        Long before = countsByEnd.get(end);
        countsByEnd.put(end, before == null ? 1 : before + 1);
        context.timerService().registerEventTimeTimer(end - 1);
      }
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
      throws Exception {
    Instant end = Instant.ofEpochMilli(timestamp + 1);
    long views = countsByEnd.get(timestamp + 1);
    out.collect(new PageCount(end.minus(Trending.SIZE), end, context.getCurrentKey(), views));
    forget(countsByEnd, timestamp + 1);
  }
}
