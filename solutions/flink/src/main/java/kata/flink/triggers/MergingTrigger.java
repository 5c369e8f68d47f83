package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.SessionProgress;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** A trigger whose count and timer move to the new window whenever sessions merge. */
public final class MergingTrigger implements StreamJob<ClickEvent, SessionProgress> {

  @Override
  public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withGap(Duration.ofMinutes(10)))
        .trigger(new ThreeNewOrEnd())
        .aggregate(new Count(), new Label());
  }

  private static final class ThreeNewOrEnd extends Trigger<ClickEvent, TimeWindow> {

    private static final long ENOUGH = 3;

    private final ReducingStateDescriptor<Long> fresh =
        new ReducingStateDescriptor<>("fresh", Long::sum, Long.class);

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      context.registerEventTimeTimer(window.maxTimestamp());
      ReducingState<Long> count = context.getPartitionedState(fresh);
      count.add(1L);
      if (count.get() < ENOUGH) {
        return TriggerResult.CONTINUE;
      }
      count.clear();
      return TriggerResult.FIRE;
    }

    @Override
    public boolean canMerge() {
      return true;
    }

    @Override
    public void onMerge(TimeWindow window, OnMergeContext context) throws Exception {
      context.mergePartitionedState(fresh);
      context.registerEventTimeTimer(window.maxTimestamp());
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
      return time == window.maxTimestamp() ? TriggerResult.FIRE : TriggerResult.CONTINUE;
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
      extends ProcessWindowFunction<Long, SessionProgress, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<Long> counts, Collector<SessionProgress> out) {
      TimeWindow session = context.window();
      boolean over = session.maxTimestamp() <= context.currentWatermark();
      out.collect(
          new SessionProgress(
              Instant.ofEpochMilli(session.getStart()),
              Instant.ofEpochMilli(session.getEnd()),
              user,
              counts.iterator().next(),
              over ? SessionProgress.CLOSED : SessionProgress.OPEN));
    }
  }
}
