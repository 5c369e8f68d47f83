package kata.flink.late;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class LateCorrectionsAlternatives {

  private LateCorrectionsAlternatives() {}

  /** Keeps all views of a window while it can be corrected. */
  public static final class ProcessAll implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(Windows.five())
          .allowedLateness(Windows.LATENESS)
          .process(new Windows.CountAll());
    }
  }

  /** Makes a one of each view and adds up the ones. */
  public static final class ReduceOnes implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .map(view -> new PageCount(view.eventTime(), view.eventTime(), view.page(), 1))
          .keyBy(PageCount::page)
          .window(Windows.five())
          .allowedLateness(Windows.LATENESS)
          .reduce(
              (a, b) ->
                  new PageCount(a.windowStart(), a.windowEnd(), a.page(), a.views() + b.views()),
              new Relabel());
    }

    private static final class Relabel
        extends ProcessWindowFunction<PageCount, PageCount, String, TimeWindow> {

      @Override
      public void process(
          String page, Context context, Iterable<PageCount> sums, Collector<PageCount> out) {
        TimeWindow window = context.window();
        long views = sums.iterator().next().views();
        out.collect(Windows.count(window.getStart(), window.getEnd(), page, views));
      }
    }
  }

  /** Makes windows and corrections by hand, of state and timers. */
  public static final class StateAndTimers implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CorrectionsByHand());
    }
  }
}
