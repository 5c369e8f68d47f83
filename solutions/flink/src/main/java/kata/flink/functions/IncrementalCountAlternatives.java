package kata.flink.functions;

import java.time.Instant;
import java.util.LongSummaryStatistics;
import kata.datasets.ClickEvent;
import kata.datasets.PageSummary;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class IncrementalCountAlternatives {

  private static final long SIZE = Summaries.FIVE_MINUTES.toMillis();

  private IncrementalCountAlternatives() {}

  /** Turns each view into a summary of one, and reduces summaries to one. */
  public static final class ReducesSummaries implements StreamJob<ClickEvent, PageSummary> {

    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return views
          .map(ReducesSummaries::ofOne)
          .keyBy(PageSummary::page)
          .window(TumblingEventTimeWindows.of(Summaries.FIVE_MINUTES))
          .reduce(ReducesSummaries::join, new Bounds());
    }

    private static PageSummary ofOne(ClickEvent view) {
      Instant time = view.eventTime();
      return new PageSummary(time, time, view.page(), 1, 0, time, time);
    }

    private static PageSummary join(PageSummary a, PageSummary b) {
      return new PageSummary(
          a.windowStart(),
          a.windowEnd(),
          a.page(),
          a.views() + b.views(),
          0,
          a.first().isBefore(b.first()) ? a.first() : b.first(),
          a.last().isAfter(b.last()) ? a.last() : b.last());
    }

    private static final class Bounds
        extends ProcessWindowFunction<PageSummary, PageSummary, String, TimeWindow> {

      @Override
      public void process(
          String page, Context context, Iterable<PageSummary> only, Collector<PageSummary> out) {
        PageSummary sum = only.iterator().next();
        out.collect(
            new PageSummary(
                Instant.ofEpochMilli(context.window().getStart()),
                Instant.ofEpochMilli(context.window().getEnd()),
                page,
                sum.views(),
                sum.views() / 5.0,
                sum.first(),
                sum.last()));
      }
    }
  }

  /** Does without windows: a summary for each start, and a timer for each end. */
  public static final class WithTimers implements StreamJob<ClickEvent, PageSummary> {

    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new ByStart());
    }

    static class ByStart extends KeyedProcessFunction<String, ClickEvent, PageSummary> {

      private transient MapState<Long, PageSummary> open;

      @Override
      public void open(OpenContext context) {
        open =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("open", Long.class, PageSummary.class));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageSummary> out)
          throws Exception {
        long time = context.timestamp();
        long start = time / SIZE * SIZE;
        if (start + SIZE - 1 > context.timerService().currentWatermark()) {
          PageSummary old = open.get(start);
          long views = old == null ? 1 : old.views() + 1;
          long first = old == null ? time : Math.min(time, old.first().toEpochMilli());
          long last = old == null ? time : Math.max(time, old.last().toEpochMilli());
          open.put(
              start,
              Summaries.row(start, start + SIZE, view.page(), views, views / 5.0, first, last));
          context.timerService().registerEventTimeTimer(start + SIZE - 1);
        }
      }

      /** Removes the summary of a window that is over. */
      void forget(MapState<Long, PageSummary> open, long start) throws Exception {
        open.remove(start);
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageSummary> out)
          throws Exception {
        out.collect(open.get(time + 1 - SIZE));
        forget(open, time + 1 - SIZE);
      }
    }
  }

  /** Lets a class of the JDK add up, which Flink writes with Kryo. */
  public static final class WithStatistics implements StreamJob<ClickEvent, PageSummary> {

    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page).aggregate(new Statistics(), new Bounds());
    }

    private static final class Statistics
        implements AggregateFunction<ClickEvent, LongSummaryStatistics, LongSummaryStatistics> {

      @Override
      public LongSummaryStatistics createAccumulator() {
        return new LongSummaryStatistics();
      }

      @Override
      public LongSummaryStatistics add(ClickEvent view, LongSummaryStatistics times) {
        times.accept(view.eventTime().toEpochMilli());
        return times;
      }

      @Override
      public LongSummaryStatistics getResult(LongSummaryStatistics times) {
        return times;
      }

      @Override
      public LongSummaryStatistics merge(LongSummaryStatistics a, LongSummaryStatistics b) {
        a.combine(b);
        return a;
      }
    }

    private static final class Bounds
        extends ProcessWindowFunction<LongSummaryStatistics, PageSummary, String, TimeWindow> {

      @Override
      public void process(
          String page,
          Context context,
          Iterable<LongSummaryStatistics> summaries,
          Collector<PageSummary> out) {
        LongSummaryStatistics times = summaries.iterator().next();
        TimeWindow window = context.window();
        out.collect(
            Summaries.row(
                window.getStart(),
                window.getEnd(),
                page,
                times.getCount(),
                times.getCount() / 5.0,
                times.getMin(),
                times.getMax()));
      }
    }
  }
}
