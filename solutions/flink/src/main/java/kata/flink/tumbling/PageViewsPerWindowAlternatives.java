package kata.flink.tumbling;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class PageViewsPerWindowAlternatives {

  private PageViewsPerWindowAlternatives() {}

  /** Makes a one of each view and adds up the ones. */
  public static final class Reduce implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .map(view -> new PageCount(view.eventTime(), view.eventTime(), view.page(), 1))
          .keyBy(PageCount::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .reduce(
              (a, b) -> new PageCount(a.windowStart(), a.windowEnd(), a.page(), a.views() + 1),
              new Relabel());
    }

    private static final class Relabel
        extends ProcessWindowFunction<PageCount, PageCount, String, TimeWindow> {

      @Override
      public void process(
          String page, Context context, Iterable<PageCount> sums, Collector<PageCount> out) {
        TimeWindow window = context.window();
        long views = sums.iterator().next().views();
        out.collect(Counting.count(window.getStart(), window.getEnd(), page, views));
      }
    }
  }

  /** Keeps all views of a window and counts them at its end: right, and dear in state. */
  public static final class ProcessAll implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .process(new CountAll());
    }

    private static final class CountAll
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        TimeWindow window = context.window();
        long count = views.spliterator().getExactSizeIfKnown();
        out.collect(Counting.count(window.getStart(), window.getEnd(), page, count));
      }
    }
  }

  /** Makes the window by hand, of state and timers. */
  public static final class StateAndTimers implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new HandMadeWindow());
    }
  }

  /** Counts on several threads, whatever the parallelism of the job is. */
  public static final class OnSeveralThreads implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .rebalance()
          .map(view -> view)
          .setParallelism(2)
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .process(new ProcessAll.CountAll())
          .setParallelism(4);
    }
  }

  /** Parts the stream and puts it together again; a union's watermark is that of the slower one. */
  public static final class PartedAndUnited implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      DataStream<ClickEvent> home = views.filter(view -> view.page().equals("/home"));
      DataStream<ClickEvent> others = views.filter(view -> !view.page().equals("/home"));
      return home.union(others)
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .process(new ProcessAll.CountAll());
    }
  }
}
