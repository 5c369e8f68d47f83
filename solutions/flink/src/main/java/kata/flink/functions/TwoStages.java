package kata.flink.functions;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.PagePeak;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Counts in short windows, then keeps the best count of a longer one. */
public final class TwoStages implements StreamJob<ClickEvent, PagePeak> {

  @Override
  public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .aggregate(new Count(), new Label())
        .windowAll(TumblingEventTimeWindows.of(Duration.ofMinutes(15)))
        .reduce(TwoStages::better, new Peak());
  }

  private static PageCount better(PageCount a, PageCount b) {
    if (a.views() != b.views()) {
      return a.views() > b.views() ? a : b;
    }
    int byTime = a.windowStart().compareTo(b.windowStart());
    int order = byTime != 0 ? byTime : a.page().compareTo(b.page());
    return order <= 0 ? a : b;
  }

  private static final class Count implements AggregateFunction<ClickEvent, Long, Long> {

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(ClickEvent view, Long count) {
      return count + 1;
    }

    @Override
    public Long getResult(Long count) {
      return count;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }
  }

  private static final class Label
      extends ProcessWindowFunction<Long, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageCount(start, end, page, counts.iterator().next()));
    }
  }

  private static final class Peak
      extends ProcessAllWindowFunction<PageCount, PagePeak, TimeWindow> {

    @Override
    public void process(Context context, Iterable<PageCount> best, Collector<PagePeak> out) {
      PageCount peak = best.iterator().next();
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PagePeak(start, end, peak.page(), peak.windowStart(), peak.views()));
    }
  }
}
