package kata.flink.tumbling;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class BusiestPageAlternatives {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private BusiestPageAlternatives() {}

  /** Counts all pages of a window in one step, without a key. */
  public static final class OneStage implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(new CountAndChoose());
    }

    private static final class CountAndChoose
        extends ProcessAllWindowFunction<ClickEvent, PageCount, TimeWindow> {

      @Override
      public void process(Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Map<String, Long> counts = new TreeMap<>();
        views.forEach(view -> counts.merge(view.page(), 1L, Long::sum));
        Map.Entry<String, Long> best = null;
        for (Map.Entry<String, Long> page : counts.entrySet()) {
          if (best == null || page.getValue() > best.getValue()) {
            best = page;
          }
        }
        TimeWindow window = context.window();
        out.collect(
            Counting.count(window.getStart(), window.getEnd(), best.getKey(), best.getValue()));
      }
    }
  }

  /** Gathers the counts by the end of their window, and chooses when a timer says that all came. */
  public static final class KeyedByWindow implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return new PageViewsPerWindow()
          .build(views)
          .keyBy(count -> count.windowEnd().toEpochMilli())
          .process(new ChooseAtEnd());
    }

    private static final class ChooseAtEnd
        extends KeyedProcessFunction<Long, PageCount, PageCount> {

      private transient ValueState<PageCount> best;

      @Override
      public void open(OpenContext context) {
        best = getRuntimeContext().getState(new ValueStateDescriptor<>("best", PageCount.class));
      }

      @Override
      public void processElement(PageCount count, Context context, Collector<PageCount> out)
          throws Exception {
        PageCount before = best.value();
        if (before == null
            || count.views() > before.views()
            || (count.views() == before.views() && count.page().compareTo(before.page()) < 0)) {
          best.update(count);
        }
        context.timerService().registerEventTimeTimer(context.getCurrentKey() - 1);
      }

      @Override
      public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        out.collect(best.value());
        best.clear();
      }
    }
  }

  /** Lets Flink's own {@code maxBy} choose, on a number that holds count and name. */
  public static final class ReduceOnTuples implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return new PageViewsPerWindow()
          .build(views)
          .map(new AsTuple())
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(
              (a, b) -> {
                int byViews = Long.compare(a.f0, b.f0);
                int order = byViews != 0 ? byViews : b.f1.compareTo(a.f1);
                return order >= 0 ? a : b;
              })
          .map(best -> best.f2);
    }

    private static final class AsTuple
        implements org.apache.flink.api.common.functions.MapFunction<
            PageCount, Tuple3<Long, String, PageCount>> {

      @Override
      public Tuple3<Long, String, PageCount> map(PageCount count) {
        return Tuple3.of(count.views(), count.page(), count);
      }
    }
  }
}
