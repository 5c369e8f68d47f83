package kata.flink.late;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to the lessons on late events have in common. */
final class Windows {

  static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  static final Duration LATENESS = Duration.ofMinutes(2);

  private Windows() {}

  static WindowAssigner<Object, TimeWindow> five() {
    return TumblingEventTimeWindows.of(FIVE_MINUTES);
  }

  static WindowAssigner<Object, TimeWindow> tenEveryFive() {
    return SlidingEventTimeWindows.of(TEN_MINUTES, FIVE_MINUTES);
  }

  static PageCount count(long start, long end, String page, long views) {
    return new PageCount(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), page, views);
  }

  /** Counts the views of a window and page. */
  static final class CountAll
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      TimeWindow window = context.window();
      long count = views.spliterator().getExactSizeIfKnown();
      out.collect(count(window.getStart(), window.getEnd(), page, count));
    }
  }
}
