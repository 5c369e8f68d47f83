package kata.flink.functions;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageSummary;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.WindowedStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the other answers to IncrementalCount have in common. */
final class Summaries {

  static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private Summaries() {}

  static WindowedStream<ClickEvent, String, TimeWindow> windows(
      DataStream<ClickEvent> views, KeySelector<ClickEvent, String> key) {
    return views.keyBy(key).window(TumblingEventTimeWindows.of(FIVE_MINUTES));
  }

  static PageSummary row(
      long start, long end, String page, long views, double perMinute, long first, long last) {
    return new PageSummary(
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(end),
        page,
        views,
        perMinute,
        Instant.ofEpochMilli(first),
        Instant.ofEpochMilli(last));
  }

  /** Adds up views; each method is a decision that a learner takes, and can take wrongly. */
  static class Sum
      implements AggregateFunction<ClickEvent, Tuple3<Long, Long, Long>, Tuple3<Long, Long, Long>> {

    long first(long before, long time) {
      return Math.min(before, time);
    }

    long last(long before, long time) {
      return Math.max(before, time);
    }

    @Override
    public Tuple3<Long, Long, Long> createAccumulator() {
      return Tuple3.of(0L, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    @Override
    public Tuple3<Long, Long, Long> add(ClickEvent view, Tuple3<Long, Long, Long> sum) {
      long time = view.eventTime().toEpochMilli();
      return Tuple3.of(sum.f0 + 1, first(sum.f1, time), last(sum.f2, time));
    }

    @Override
    public Tuple3<Long, Long, Long> getResult(Tuple3<Long, Long, Long> sum) {
      return sum;
    }

    @Override
    public Tuple3<Long, Long, Long> merge(Tuple3<Long, Long, Long> a, Tuple3<Long, Long, Long> b) {
      return Tuple3.of(a.f0 + b.f0, Math.min(a.f1, b.f1), Math.max(a.f2, b.f2));
    }
  }

  /** Labels a sum with its window; each method is a decision. */
  static class Label
      extends ProcessWindowFunction<Tuple3<Long, Long, Long>, PageSummary, String, TimeWindow> {

    long start(TimeWindow window, long first) {
      return window.getStart();
    }

    long end(TimeWindow window) {
      return window.getEnd();
    }

    double perMinute(Tuple3<Long, Long, Long> sum) {
      return sum.f0 / 5.0;
    }

    @Override
    public void process(
        String page,
        Context context,
        Iterable<Tuple3<Long, Long, Long>> only,
        Collector<PageSummary> out) {
      Tuple3<Long, Long, Long> sum = only.iterator().next();
      TimeWindow window = context.window();
      out.collect(
          row(start(window, sum.f1), end(window), page, sum.f0, perMinute(sum), sum.f1, sum.f2));
    }
  }

  /** Looks through all views of a window at its end. */
  static final class AllAtOnce
      extends ProcessWindowFunction<ClickEvent, PageSummary, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageSummary> out) {
      Sum sum = new Sum();
      Tuple3<Long, Long, Long> all = sum.createAccumulator();
      for (ClickEvent view : views) {
        all = sum.add(view, all);
      }
      TimeWindow window = context.window();
      out.collect(
          row(window.getStart(), window.getEnd(), page, all.f0, all.f0 / 5.0, all.f1, all.f2));
    }
  }
}
