package kata.flink.timers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class HandMadeWindowAlternatives {

  private HandMadeWindowAlternatives() {}

  /** Lets Flink's windows count, and adds the quiet ones after them with a timer. */
  public static final class QuietAfterFlinkWindows implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMillis(Windows.SIZE)))
          .process(new Count())
          .keyBy(PageCount::page)
          .process(new AddQuiet());
    }

    private static final class Count
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        long count = 0;
        for (ClickEvent ignored : views) {
          count++;
        }
        out.collect(Windows.row(context.window().getStart(), page, count));
      }
    }

    /** A row arrives with the last timestamp of its window. */
    private static final class AddQuiet extends KeyedProcessFunction<String, PageCount, PageCount> {

      private transient ValueState<Long> awaited;

      @Override
      public void open(OpenContext context) {
        awaited = getRuntimeContext().getState(new ValueStateDescriptor<>("end", Long.class));
      }

      @Override
      public void processElement(PageCount row, Context context, Collector<PageCount> out)
          throws Exception {
        long last = context.timestamp();
        Long before = awaited.value();
        if (before != null && before == last) {
          context.timerService().deleteEventTimeTimer(last);
        } else if (before != null && before < last) {
          out.collect(Windows.row(before + 1 - Windows.SIZE, row.page(), 0));
          context.timerService().deleteEventTimeTimer(before);
        }
        out.collect(row);
        awaited.update(last + Windows.SIZE);
        context.timerService().registerEventTimeTimer(last + Windows.SIZE);
      }

      @Override
      public void onTimer(long last, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        out.collect(Windows.row(last + 1 - Windows.SIZE, context.getCurrentKey(), 0));
        awaited.clear();
      }
    }
  }

  /** Keeps the times of the views, and counts them when a timer comes. */
  public static final class CountAtTheEnd implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Times());
    }

    private static final class Times extends KeyedProcessFunction<String, ClickEvent, PageCount> {

      private transient ListState<Long> times;

      @Override
      public void open(OpenContext context) {
        times = getRuntimeContext().getListState(new ListStateDescriptor<>("times", Long.class));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        long end = (Math.floorDiv(context.timestamp(), Windows.SIZE) + 1) * Windows.SIZE;
        if (context.timerService().currentWatermark() < end - 1) {
          times.add(context.timestamp());
          context.timerService().registerEventTimeTimer(end - 1);
        }
      }

      @Override
      public void onTimer(long last, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        List<Long> later = new ArrayList<>();
        long count = 0;
        for (long time : times.get()) {
          if (time <= last) {
            count++;
          } else {
            later.add(time);
          }
        }
        times.update(later);
        out.collect(Windows.row(last + 1 - Windows.SIZE, context.getCurrentKey(), count));
        if (count > 0) {
          context.timerService().registerEventTimeTimer(last + Windows.SIZE);
        }
      }
    }
  }
}
