package kata.flink.triggers;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class CountOrTimeAlternatives {

  private CountOrTimeAlternatives() {}

  /** Asks two stock triggers, and lets the window remember what it has shown. */
  public static final class TwoStockTriggers implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page).trigger(new Both()).process(new IfNew());
    }

    private static final class Both extends Trigger<ClickEvent, TimeWindow> {

      private final CountTrigger<TimeWindow> count = CountTrigger.of(3);
      private final EventTimeTrigger end = EventTimeTrigger.create();

      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        end.onElement(view, timestamp, window, context);
        return count.onElement(view, timestamp, window, context);
      }

      @Override
      public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
        return end.onEventTime(time, window, context);
      }

      @Override
      public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.CONTINUE;
      }

      @Override
      public void clear(TimeWindow window, TriggerContext context) throws Exception {
        count.clear(window, context);
        end.clear(window, context);
      }
    }

    private static final class IfNew
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

      private final ValueStateDescriptor<Long> shown =
          new ValueStateDescriptor<>("shown", Long.class);

      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out)
          throws Exception {
        ValueState<Long> before = context.windowState().getState(shown);
        long count = Steps.size(views);
        if (before.value() == null || before.value() != count) {
          before.update(count);
          TimeWindow window = context.window();
          out.collect(new PageCount(Steps.start(window), Steps.end(window), page, count));
        }
      }

      @Override
      public void clear(Context context) {
        context.windowState().getState(shown).clear();
      }
    }
  }

  /** Does without windows: a count for each start, and a timer for each end. */
  public static final class WithTimers implements StreamJob<ClickEvent, PageCount> {

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CountByStart());
    }

    static class CountByStart extends KeyedProcessFunction<String, ClickEvent, PageCount> {

      private static final long SIZE = Steps.FIVE_MINUTES.toMillis();

      private transient MapState<Long, Long> counts;

      @Override
      public void open(OpenContext context) {
        counts =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
      }

      /** Returns whether a view comes too late for a window with this last moment. */
      boolean isLate(long time, long last, long watermark) {
        return last <= watermark;
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        long start = context.timestamp() / SIZE * SIZE;
        long last = start + SIZE - 1;
        if (isLate(context.timestamp(), last, context.timerService().currentWatermark())) {
          return;
        }
        long count = counts.contains(start) ? counts.get(start) + 1 : 1;
        counts.put(start, count);
        context.timerService().registerEventTimeTimer(last);
        if (count % 3 == 0) {
          out.collect(row(start, context.getCurrentKey(), count));
        }
      }

      @Override
      public void onTimer(long last, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        long start = last + 1 - SIZE;
        if (counts.get(start) % 3 != 0) {
          out.collect(row(start, context.getCurrentKey(), counts.get(start)));
        }
        counts.remove(start);
      }

      private static PageCount row(long start, String page, long count) {
        return new PageCount(
            Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + SIZE), page, count);
      }
    }
  }
}
