package kata.flink.sliding;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to {@link TrendingPages} have in common. */
final class Trending {

  static final Duration SIZE = Duration.ofMinutes(10);
  static final Duration SLIDE = Duration.ofMinutes(2);

  private Trending() {}

  static WindowAssigner<Object, TimeWindow> tenEveryTwo() {
    return SlidingEventTimeWindows.of(SIZE, SLIDE);
  }

  static PageCount busier(PageCount a, PageCount b) {
    if (a.views() != b.views()) {
      return a.views() > b.views() ? a : b;
    }
    return a.page().compareTo(b.page()) <= 0 ? a : b;
  }

  static PageCount count(TimeWindow window, String page, long views) {
    return new PageCount(
        Instant.ofEpochMilli(window.getStart()),
        Instant.ofEpochMilli(window.getEnd()),
        page,
        views);
  }

  static SingleOutputStreamOperator<PageCount> counts(DataStream<ClickEvent> views) {
    return counts(views, tenEveryTwo());
  }

  static SingleOutputStreamOperator<PageCount> counts(
      DataStream<ClickEvent> views, WindowAssigner<Object, TimeWindow> windows) {
    return views.keyBy(ClickEvent::page).window(windows).process(new CountEach());
  }

  /** Counts the events of a window and key. */
  static final class CountEach
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      out.collect(count(context.window(), page, views.spliterator().getExactSizeIfKnown()));
    }
  }

  /** Counts every page of a window and chooses among the counts; which one can be overridden. */
  static class ChooseOfAll extends ProcessAllWindowFunction<ClickEvent, PageCount, TimeWindow> {

    @Override
    public void process(Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      Map<String, Long> counts = noCounts();
      views.forEach(view -> counts.merge(view.page(), 1L, Long::sum));
      PageCount best = null;
      for (Map.Entry<String, Long> entry : counts.entrySet()) {
        PageCount next = count(context.window(), entry.getKey(), entry.getValue());
        best = best == null ? next : choose(best, next);
      }
      out.collect(best);
    }

    /** Returns an empty map, whose order is the one in which pages are compared. */
    Map<String, Long> noCounts() {
      return new TreeMap<>();
    }

    PageCount choose(PageCount a, PageCount b) {
      return busier(a, b);
    }
  }
}
