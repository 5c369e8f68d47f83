package kata.flink.triggers;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageIncrement;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class FireAndPurgeAlternatives {

  private FireAndPurgeAlternatives() {}

  /** Keeps everything, and remembers how much of it earlier rows have counted. */
  public static final class DifferenceOfTotals implements StreamJob<ClickEvent, PageIncrement> {

    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .allowedLateness(Increments.LATENESS)
          .trigger(new Variant())
          .process(new Difference());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      TriggerResult atCount() {
        return TriggerResult.FIRE;
      }
    }

    private static final class Difference
        extends ProcessWindowFunction<ClickEvent, PageIncrement, String, TimeWindow> {

      private final ValueStateDescriptor<Long> counted =
          new ValueStateDescriptor<>("counted", Long.class);

      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageIncrement> out)
          throws Exception {
        ValueState<Long> state = context.windowState().getState(counted);
        long before = state.value() == null ? 0 : state.value();
        long total = Steps.size(views);
        state.update(total);
        TimeWindow window = context.window();
        out.collect(
            new PageIncrement(Steps.start(window), Steps.end(window), page, total - before, total));
      }

      @Override
      public void clear(Context context) {
        context.windowState().getState(counted).clear();
      }
    }
  }

  /** Does without windows: counts by start, one timer to end a window and one to forget it. */
  public static final class WithTimers implements StreamJob<ClickEvent, PageIncrement> {

    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CountByStart());
    }

    static class CountByStart extends KeyedProcessFunction<String, ClickEvent, PageIncrement> {

      private static final long SIZE = Steps.FIVE_MINUTES.toMillis();
      private static final long LATENESS = Increments.LATENESS.toMillis();

      private transient MapState<Long, Long> totals;
      private transient MapState<Long, Long> counted;

      @Override
      public void open(OpenContext context) {
        totals = state("totals");
        counted = state("counted");
      }

      private MapState<Long, Long> state(String name) {
        return getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(name, Long.class, Long.class));
      }

      /** Returns whether a view counts that its window still takes. */
      boolean counts(boolean late, boolean first) {
        return true;
      }

      /** Returns the total that a window goes on with after a row. */
      long afterRow(long total, boolean late) {
        return total;
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageIncrement> out)
          throws Exception {
        long start = context.timestamp() / SIZE * SIZE;
        long last = start + SIZE - 1;
        long watermark = context.timerService().currentWatermark();
        boolean late = last <= watermark;
        if (last + LATENESS <= watermark || !counts(late, !totals.contains(start))) {
          return;
        }
        totals.put(start, orZero(totals.get(start)) + 1);
        context.timerService().registerEventTimeTimer(last + LATENESS);
        if (late || fresh(start) == 2) {
          emit(start, context.getCurrentKey(), late, out);
        } else {
          context.timerService().registerEventTimeTimer(last);
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageIncrement> out)
          throws Exception {
        long ended = time + 1 - SIZE;
        if (ended % SIZE == 0 && totals.contains(ended) && fresh(ended) > 0) {
          emit(ended, context.getCurrentKey(), false, out);
        }
        totals.remove(ended - LATENESS);
        counted.remove(ended - LATENESS);
      }

      private long fresh(long start) throws Exception {
        return totals.get(start) - orZero(counted.get(start));
      }

      private void emit(long start, String page, boolean late, Collector<PageIncrement> out)
          throws Exception {
        long fresh = fresh(start);
        long total = totals.get(start);
        totals.put(start, afterRow(total, late));
        counted.put(start, afterRow(total, late));
        out.collect(
            new PageIncrement(
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(start + SIZE),
                page,
                fresh,
                total));
      }

      private static long orZero(Long value) {
        return value == null ? 0 : value;
      }
    }
  }
}
