package kata.flink.late;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sliding windows made of state and timers, with a side output for what is too late. Each method is
 * a decision that a learner takes, and can take wrongly.
 */
class SplitByHand extends KeyedProcessFunction<String, ClickEvent, PageCount> {

  static final long SIZE = Windows.TEN_MINUTES.toMillis();
  static final long SLIDE = Windows.FIVE_MINUTES.toMillis();

  private transient MapState<Long, Long> countsByEnd;

  @Override
  public void open(OpenContext context) {
    countsByEnd =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
  }

  /** Decides whether an event is put aside. */
  boolean goesAside(long time, long firstEnd, long watermark) {
    return firstEnd + SLIDE - 1 <= watermark;
  }

  /** Decides whether an event that is put aside is counted nevertheless. */
  boolean countsToo() {
    return false;
  }

  /** Returns how often an event is put aside. */
  int copies(long firstEnd, long watermark) throws Exception {
    return 1;
  }

  /** Removes what a window has counted. */
  void forget(MapState<Long, Long> counts, long end) throws Exception {
    counts.remove(end);
  }

  @Override
  public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    long time = context.timestamp();
    long firstEnd = Math.floorDiv(time, SLIDE) * SLIDE + SLIDE;
    if (goesAside(time, firstEnd, watermark)) {
      for (int i = 0; i < copies(firstEnd, watermark); i++) {
        context.output(LateToSideOutputAlternatives.LATE, view);
      }
      if (!countsToo()) {
        return;
      }
    }
    for (long end = firstEnd; end <= firstEnd + SLIDE; end += SLIDE) {
      if (end - 1 > watermark) {
        Long before = countsByEnd.get(end);
        countsByEnd.put(end, before == null ? 1 : before + 1);
        context.timerService().registerEventTimeTimer(end - 1);
      }
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
      throws Exception {
    long end = timestamp + 1;
    out.collect(Windows.count(end - SIZE, end, context.getCurrentKey(), countsByEnd.get(end)));
    forget(countsByEnd, end);
  }
}
