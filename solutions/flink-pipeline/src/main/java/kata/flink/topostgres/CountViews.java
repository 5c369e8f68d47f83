package kata.flink.topostgres;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Counts the views of a window as they come, and puts its bounds and page to the count. */
final class CountViews implements AggregateFunction<ClickEvent, Long, Long> {

  private static final long serialVersionUID = 1L;

  @Override
  public Long createAccumulator() {
    return 0L;
  }

  @Override
  public Long add(ClickEvent view, Long views) {
    return views + 1;
  }

  @Override
  public Long getResult(Long views) {
    return views;
  }

  @Override
  public Long merge(Long a, Long b) {
    return a + b;
  }

  /** Names the window and the page of a count. */
  static final class Label implements WindowFunction<Long, PageCount, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void apply(
        String page, TimeWindow window, Iterable<Long> counts, Collector<PageCount> out) {
      for (Long views : counts) {
        out.collect(
            new PageCount(
                Instant.ofEpochMilli(window.getStart()),
                Instant.ofEpochMilli(window.getEnd()),
                page,
                views));
      }
    }
  }
}
