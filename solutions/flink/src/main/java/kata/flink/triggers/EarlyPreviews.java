package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PagePreview;
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

/** Sets a timer for the next minute only while something is new, and one for the end. */
public final class EarlyPreviews implements StreamJob<ClickEvent, PagePreview> {

  @Override
  public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .trigger(new EveryMinuteAndEnd())
        .aggregate(new Count(), new Label());
  }

  private static final class EveryMinuteAndEnd extends Trigger<ClickEvent, TimeWindow> {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final ValueStateDescriptor<Long> nextPreview =
        new ValueStateDescriptor<>("next preview", Long.class);

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      context.registerEventTimeTimer(window.maxTimestamp());
      ValueState<Long> next = context.getPartitionedState(nextPreview);
      if (next.value() == null) {
        long reached = Math.max(window.getStart(), context.getCurrentWatermark() + 1);
        long minute = (reached / MINUTE + 1) * MINUTE;
        if (minute < window.getEnd()) {
          next.update(minute - 1);
          context.registerEventTimeTimer(minute - 1);
        }
      }
      return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
        throws Exception {
      if (time == window.maxTimestamp()) {
        return TriggerResult.FIRE;
      }
      context.getPartitionedState(nextPreview).clear();
      boolean ended = window.maxTimestamp() <= context.getCurrentWatermark();
      return ended ? TriggerResult.CONTINUE : TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
      return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
      ValueState<Long> next = context.getPartitionedState(nextPreview);
      if (next.value() != null) {
        context.deleteEventTimeTimer(next.value());
        next.clear();
      }
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
      extends ProcessWindowFunction<Long, PagePreview, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PagePreview> out) {
      TimeWindow window = context.window();
      boolean ended = window.maxTimestamp() <= context.currentWatermark();
      out.collect(
          new PagePreview(
              Instant.ofEpochMilli(window.getStart()),
              Instant.ofEpochMilli(window.getEnd()),
              page,
              counts.iterator().next(),
              ended ? PagePreview.FINAL : PagePreview.PREVIEW));
    }
  }
}
