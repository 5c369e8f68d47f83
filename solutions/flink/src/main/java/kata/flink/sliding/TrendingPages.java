package kata.flink.sliding;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Counts each page in sliding windows, then keeps the best count of each window. A count carries
 * the last moment of its window, so that a tumbling window as long as the slide holds the counts of
 * one sliding window and of no other.
 */
public final class TrendingPages implements StreamJob<ClickEvent, PageCount> {

  private static final Duration SIZE = Duration.ofMinutes(10);
  private static final Duration SLIDE = Duration.ofMinutes(2);

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(SlidingEventTimeWindows.of(SIZE, SLIDE))
        .aggregate(new Count(), new Label())
        .windowAll(TumblingEventTimeWindows.of(SLIDE))
        .reduce(TrendingPages::busier);
  }

  private static PageCount busier(PageCount a, PageCount b) {
    if (a.views() != b.views()) {
      return a.views() > b.views() ? a : b;
    }
    return a.page().compareTo(b.page()) <= 0 ? a : b;
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
}
