package kata.flink.triggers;

import kata.datasets.ClickEvent;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * Fires when enough views are new, and at the end. Each method is a decision that a learner takes,
 * and can take wrongly.
 */
class CountOrEnd extends Steps.Quiet {

  private final ValueStateDescriptor<Integer> fresh =
      new ValueStateDescriptor<>("fresh", Integer.class);
  private final int enough;

  CountOrEnd(int enough) {
    this.enough = enough;
  }

  /** Returns how many views are new once a row has come out. */
  Integer afterRow(int count) {
    return null;
  }

  /** Returns what happens when enough views are new. */
  TriggerResult atCount() {
    return TriggerResult.FIRE;
  }

  /** Returns what happens at the end of the window. */
  TriggerResult atEnd(boolean anythingNew) {
    return anythingNew ? atCount() : TriggerResult.CONTINUE;
  }

  /** Sees to the count of new views at the end of the window. */
  void forgetNew(ValueState<Integer> fresh) {
    fresh.clear();
  }

  /** Returns how many views are enough, before or after the end of the window. */
  int enough(boolean ended) {
    return enough;
  }

  boolean hasEnded(TimeWindow window, long watermark) {
    return window.maxTimestamp() <= watermark;
  }

  /** Returns whether the trigger sets a timer of its own for the end. */
  boolean setsTimer() {
    return true;
  }

  @Override
  public TriggerResult onElement(
      ClickEvent view, long timestamp, TimeWindow window, TriggerContext context) throws Exception {
    boolean ended = hasEnded(window, context.getCurrentWatermark());
    if (setsTimer() && !ended) {
      context.registerEventTimeTimer(window.maxTimestamp());
    }
    ValueState<Integer> state = context.getPartitionedState(fresh);
    int count = state.value() == null ? 1 : state.value() + 1;
    if (count < enough(ended)) {
      state.update(count);
      return TriggerResult.CONTINUE;
    }
    state.update(afterRow(count));
    return atCount();
  }

  @Override
  public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
      throws Exception {
    ValueState<Integer> state = context.getPartitionedState(fresh);
    boolean anythingNew = state.value() != null;
    forgetNew(state);
    return atEnd(anythingNew);
  }

  @Override
  public void clear(TimeWindow window, TriggerContext context) throws Exception {
    super.clear(window, context);
    context.getPartitionedState(fresh).clear();
  }
}
