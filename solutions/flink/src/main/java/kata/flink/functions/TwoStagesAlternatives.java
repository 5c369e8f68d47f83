package kata.flink.functions;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.PagePeak;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class TwoStagesAlternatives {

  private TwoStagesAlternatives() {}

  /** Sorts all counts of a quarter at its end. */
  public static final class SortsAllCounts implements StreamJob<ClickEvent, PagePeak> {

    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .windowAll(TumblingEventTimeWindows.of(Peaks.QUARTER))
          .process(new Sort());
    }

    private static final class Sort
        extends ProcessAllWindowFunction<PageCount, PagePeak, TimeWindow> {

      @Override
      public void process(Context context, Iterable<PageCount> counts, Collector<PagePeak> out) {
        List<PageCount> sorted = new ArrayList<>();
        counts.forEach(sorted::add);
        sorted.sort(Peaks.BETTER);
        out.collect(Peaks.peak(context.window().getStart(), sorted.get(0)));
      }
    }
  }

  /** Keys the counts by their quarter, and keeps the best until a timer ends it. */
  public static final class KeyedByQuarter implements StreamJob<ClickEvent, PagePeak> {

    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .keyBy(count -> Peaks.quarter(count.windowStart()))
          .process(new KeepBest());
    }

    private static final class KeepBest extends KeyedProcessFunction<Long, PageCount, PagePeak> {

      private transient ValueState<PageCount> best;

      @Override
      public void open(OpenContext context) {
        best = getRuntimeContext().getState(new ValueStateDescriptor<>("best", PageCount.class));
      }

      @Override
      public void processElement(PageCount count, Context context, Collector<PagePeak> out)
          throws Exception {
        if (best.value() == null || Peaks.BETTER.compare(count, best.value()) < 0) {
          best.update(count);
        }
        long end = context.getCurrentKey() + Peaks.QUARTER.toMillis();
        context.timerService().registerEventTimeTimer(end - 1);
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PagePeak> out)
          throws Exception {
        out.collect(Peaks.peak(context.getCurrentKey(), best.value()));
        best.clear();
      }
    }
  }
}
