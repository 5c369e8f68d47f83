package kata.flink.functions;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageSummary;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Adds each view to three numbers; the function that knows the window sees only those. */
public final class IncrementalCount implements StreamJob<ClickEvent, PageSummary> {

  @Override
  public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .aggregate(new CountFirstLast(), new Label());
  }

  /** The accumulator: count, first and last, the latter two in epoch milliseconds. */
  private static final class CountFirstLast
      implements AggregateFunction<ClickEvent, Tuple3<Long, Long, Long>, Tuple3<Long, Long, Long>> {

    @Override
    public Tuple3<Long, Long, Long> createAccumulator() {
      return Tuple3.of(0L, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    @Override
    public Tuple3<Long, Long, Long> add(ClickEvent view, Tuple3<Long, Long, Long> sum) {
      long time = view.eventTime().toEpochMilli();
      return merge(sum, Tuple3.of(1L, time, time));
    }

    @Override
    public Tuple3<Long, Long, Long> merge(Tuple3<Long, Long, Long> a, Tuple3<Long, Long, Long> b) {
      return Tuple3.of(a.f0 + b.f0, Math.min(a.f1, b.f1), Math.max(a.f2, b.f2));
    }

    @Override
    public Tuple3<Long, Long, Long> getResult(Tuple3<Long, Long, Long> sum) {
      return sum;
    }
  }

  private static final class Label
      extends ProcessWindowFunction<Tuple3<Long, Long, Long>, PageSummary, String, TimeWindow> {

    @Override
    public void process(
        String page,
        Context context,
        Iterable<Tuple3<Long, Long, Long>> only,
        Collector<PageSummary> out) {
      Tuple3<Long, Long, Long> sum = only.iterator().next();
      TimeWindow window = context.window();
      out.collect(
          new PageSummary(
              Instant.ofEpochMilli(window.getStart()),
              Instant.ofEpochMilli(window.getEnd()),
              page,
              sum.f0,
              sum.f0 / 5.0,
              Instant.ofEpochMilli(sum.f1),
              Instant.ofEpochMilli(sum.f2)));
    }
  }
}
