package kata.flink.late;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.SideOutputJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Right answers, written differently. */
public final class LateToSideOutputAlternatives {

  static final OutputTag<ClickEvent> LATE = new OutputTag<>("late") {};

  private LateToSideOutputAlternatives() {}

  /** What all answers to this lesson have in common. */
  abstract static class Job implements SideOutputJob<ClickEvent, PageCount, ClickEvent> {

    @Override
    public OutputTag<ClickEvent> sideOutput() {
      return LATE;
    }
  }

  /** Counts as views arrive, and labels the count at the end. */
  public static final class CountsAsTheyArrive extends Job {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(Windows.tenEveryFive())
          .sideOutputLateData(LATE)
          .aggregate(new Count(), new Label());
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
        TimeWindow window = context.window();
        long views = counts.iterator().next();
        out.collect(Windows.count(window.getStart(), window.getEnd(), page, views));
      }
    }
  }

  /** Makes the windows by hand, and decides by hand what is too late. */
  public static final class StateAndTimers extends Job {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new SplitByHand());
    }
  }
}
