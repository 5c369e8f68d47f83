package kata.flink.sliding;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class TrendingPagesAlternatives {

  private TrendingPagesAlternatives() {}

  /** Looks at all views of a window at once: right, and dear in state, five times over. */
  public static final class OneStep implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.windowAll(Trending.tenEveryTwo()).process(new Trending.ChooseOfAll());
    }
  }

  /** Partitions the counts by window, and compares them in a second window of that key. */
  public static final class KeyedByWindow implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views)
          .keyBy(PageCount::windowEnd)
          .window(TumblingEventTimeWindows.of(Trending.SLIDE))
          .reduce(Trending::busier);
    }
  }

  /** Keeps the best count of a window in state, until a timer of that window fires. */
  public static final class BestInState implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views).keyBy(PageCount::windowEnd).process(new Best());
    }
  }

  /** Keeps the best count of a key until the timer of its window. */
  static class Best extends KeyedProcessFunction<Instant, PageCount, PageCount> {

    private transient ValueState<PageCount> best;

    /** Returns when all counts of a window are there. */
    long timerOf(Instant end) {
      return end.toEpochMilli() - 1;
    }

    @Override
    public void open(OpenContext context) {
      best = getRuntimeContext().getState(new ValueStateDescriptor<>("best", PageCount.class));
    }

    @Override
    public void processElement(PageCount count, Context context, Collector<PageCount> out)
        throws Exception {
      PageCount before = best.value();
      best.update(before == null ? count : Trending.busier(before, count));
      context.timerService().registerEventTimeTimer(timerOf(count.windowEnd()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
        throws Exception {
      out.collect(best.value());
      best.clear();
    }
  }

  /** Adds each view to the five windows by hand; lateness is judged for each of them. */
  public static final class WindowsByHand implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(new SlidingByHand())
          .windowAll(TumblingEventTimeWindows.of(Trending.SLIDE))
          .reduce(Trending::busier);
    }
  }
}
