package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageIncrement;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Purges what a row has counted; the total, which must survive, lives in the window's own state.
 */
public final class FireAndPurge implements StreamJob<ClickEvent, PageIncrement> {

  @Override
  public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .allowedLateness(Duration.ofMinutes(1))
        .trigger(new PairsOrEnd())
        .aggregate(new Count(), new AddToTotal());
  }

  private static final class PairsOrEnd extends Trigger<ClickEvent, TimeWindow> {

    private final ValueStateDescriptor<Boolean> single =
        new ValueStateDescriptor<>("single", Boolean.class);

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      if (window.maxTimestamp() <= context.getCurrentWatermark()) {
        return TriggerResult.FIRE_AND_PURGE;
      }
      context.registerEventTimeTimer(window.maxTimestamp());
      ValueState<Boolean> waiting = context.getPartitionedState(single);
      if (waiting.value() == null) {
        waiting.update(true);
        return TriggerResult.CONTINUE;
      }
      waiting.clear();
      return TriggerResult.FIRE_AND_PURGE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
      return time == window.maxTimestamp() ? TriggerResult.FIRE_AND_PURGE : TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
      return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
      context.getPartitionedState(single).clear();
      context.deleteEventTimeTimer(window.maxTimestamp());
    }
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

  private static final class AddToTotal
      extends ProcessWindowFunction<Long, PageIncrement, String, TimeWindow> {

    private final ValueStateDescriptor<Long> total =
        new ValueStateDescriptor<>("total", Long.class);

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageIncrement> out)
        throws Exception {
      ValueState<Long> before = context.windowState().getState(total);
      long fresh = counts.iterator().next();
      long all = before.value() == null ? fresh : before.value() + fresh;
      before.update(all);
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageIncrement(start, end, page, fresh, all));
    }

    @Override
    public void clear(Context context) {
      context.windowState().getState(total).clear();
    }
  }
}
