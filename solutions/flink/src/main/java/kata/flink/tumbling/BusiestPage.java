package kata.flink.tumbling;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/** Counts each page in a window first, then keeps the best count of the same window. */
public final class BusiestPage implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return new PageViewsPerWindow()
        .build(views)
        .windowAll(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .reduce(BusiestPage::busier);
  }

  private static PageCount busier(PageCount a, PageCount b) {
    if (a.views() != b.views()) {
      return a.views() > b.views() ? a : b;
    }
    return a.page().compareTo(b.page()) <= 0 ? a : b;
  }
}
