package kata.flink.triggers;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.SessionProgress;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the other answers to MergingTrigger have in common. */
final class Sessions {

  static final Duration GAP = Duration.ofMinutes(10);
  static final long ENOUGH = 3;

  private Sessions() {}

  static DataStream<SessionProgress> follow(
      DataStream<ClickEvent> views, Trigger<? super ClickEvent, ? super TimeWindow> trigger) {
    return follow(views, EventTimeSessionWindows.withGap(GAP), trigger);
  }

  static DataStream<SessionProgress> follow(
      DataStream<ClickEvent> views,
      WindowAssigner<Object, TimeWindow> windows,
      Trigger<? super ClickEvent, ? super TimeWindow> trigger) {
    return views
        .keyBy(ClickEvent::userId)
        .window(windows)
        .trigger(trigger)
        .aggregate(new Steps.Count(), new Label());
  }

  static SessionProgress row(TimeWindow session, String user, long views, boolean over) {
    return new SessionProgress(
        Steps.start(session),
        Steps.end(session),
        user,
        views,
        over ? SessionProgress.CLOSED : SessionProgress.OPEN);
  }

  /**
   * A trigger that merges; each method is a decision that a learner takes, and can take wrongly.
   */
  static class Growing extends Steps.Quiet {

    final ReducingStateDescriptor<Long> fresh =
        new ReducingStateDescriptor<>("fresh", together(), Long.class);

    /** Returns how the counts of sessions that merge become one. */
    ReduceFunction<Long> together() {
      return Long::sum;
    }

    /** Counts one more view. */
    void countOne(ReducingState<Long> count) throws Exception {
      count.add(1L);
    }

    boolean isEnough(long count) {
      return count >= ENOUGH;
    }

    /** Resets the count when a row comes out. */
    void reset(ReducingState<Long> count) throws Exception {
      count.clear();
    }

    TriggerResult atCount() {
      return TriggerResult.FIRE;
    }

    TriggerResult atEnd(boolean anythingNew) {
      return TriggerResult.FIRE;
    }

    void setTimer(TimeWindow window, TriggerContext context) throws Exception {
      context.registerEventTimeTimer(window.maxTimestamp());
    }

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      setTimer(window, context);
      ReducingState<Long> count = context.getPartitionedState(fresh);
      countOne(count);
      if (!isEnough(count.get())) {
        return TriggerResult.CONTINUE;
      }
      reset(count);
      return atCount();
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
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
        throws Exception {
      Long count = context.getPartitionedState(fresh).get();
      return atEnd(count != null);
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
      super.clear(window, context);
      context.getPartitionedState(fresh).clear();
    }
  }

  /** Labels a count; the session is over when the watermark has reached its end. */
  static final class Label
      extends ProcessWindowFunction<Long, SessionProgress, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<Long> counts, Collector<SessionProgress> out) {
      boolean over = context.window().maxTimestamp() <= context.currentWatermark();
      out.collect(row(context.window(), user, counts.iterator().next(), over));
    }
  }
}
