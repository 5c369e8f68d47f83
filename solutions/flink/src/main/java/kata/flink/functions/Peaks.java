package kata.flink.functions;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.PagePeak;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the other answers to TwoStages have in common. */
final class Peaks {

  static final Duration QUARTER = Duration.ofMinutes(15);

  /** The better comes first. */
  static final Order BETTER =
      (a, b) -> {
        int byViews = Long.compare(b.views(), a.views());
        int byTime = a.windowStart().compareTo(b.windowStart());
        return byViews != 0 ? byViews : byTime != 0 ? byTime : a.page().compareTo(b.page());
      };

  interface Order extends Comparator<PageCount>, Serializable {}

  private Peaks() {}

  static DataStream<PageCount> counts(DataStream<ClickEvent> views, Duration size) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(size))
        .process(new Count());
  }

  static DataStream<PageCount> counts(DataStream<ClickEvent> views) {
    return counts(views, Summaries.FIVE_MINUTES);
  }

  static DataStream<PagePeak> best(DataStream<PageCount> counts, Duration size, Order order) {
    return counts
        .windowAll(TumblingEventTimeWindows.of(size))
        .reduce(new First(order), new Label());
  }

  static PagePeak peak(long start, PageCount best) {
    Instant from = Instant.ofEpochMilli(start);
    return new PagePeak(from, from.plus(QUARTER), best.page(), best.windowStart(), best.views());
  }

  static long quarter(Instant moment) {
    long size = QUARTER.toMillis();
    return moment.toEpochMilli() / size * size;
  }

  /** Keeps the better one; of equals, the one that came first. */
  record First(Order order) implements ReduceFunction<PageCount> {
    @Override
    public PageCount reduce(PageCount a, PageCount b) {
      return order.compare(a, b) <= 0 ? a : b;
    }
  }

  static final class Count
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      long count = 0;
      for (ClickEvent ignored : views) {
        count++;
      }
      out.collect(
          new PageCount(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              page,
              count));
    }
  }

  static final class Label extends ProcessAllWindowFunction<PageCount, PagePeak, TimeWindow> {

    @Override
    public void process(Context context, Iterable<PageCount> best, Collector<PagePeak> out) {
      PageCount peak = best.iterator().next();
      out.collect(
          new PagePeak(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              peak.page(),
              peak.windowStart(),
              peak.views()));
    }
  }
}
