package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
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

/** One trigger for both occasions: it counts what is new, and it sets a timer for the end. */
public final class CountOrTime implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .trigger(new ThreeNewOrEnd())
        .aggregate(new Count(), new Label());
  }

  private static final class ThreeNewOrEnd extends Trigger<ClickEvent, TimeWindow> {

    private static final int ENOUGH = 3;

    private final ValueStateDescriptor<Integer> fresh =
        new ValueStateDescriptor<>("fresh", Integer.class);

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      context.registerEventTimeTimer(window.maxTimestamp());
      ValueState<Integer> state = context.getPartitionedState(fresh);
      int count = state.value() == null ? 1 : state.value() + 1;
      if (count < ENOUGH) {
        state.update(count);
        return TriggerResult.CONTINUE;
      }
      state.clear();
      return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
        throws Exception {
      boolean anythingNew = context.getPartitionedState(fresh).value() != null;
      return anythingNew ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
      return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
      context.getPartitionedState(fresh).clear();
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

  private static final class Label
      extends ProcessWindowFunction<Long, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageCount(start, end, page, counts.iterator().next()));
    }
  }
}
