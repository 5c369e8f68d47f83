package kata.flink.triggers;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.PagePreview;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the other answers to EarlyPreviews have in common. */
final class Previews {

  static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private Previews() {}

  static DataStream<PagePreview> preview(
      DataStream<ClickEvent> views, Trigger<? super ClickEvent, ? super TimeWindow> trigger) {
    return Steps.windows(views, ClickEvent::page)
        .trigger(trigger)
        .aggregate(new Steps.Count(), new Label());
  }

  /**
   * Has a timer on every minute of the window. Each method is a decision that a learner takes, and
   * can take wrongly.
   */
  static class Marks extends Steps.Quiet {

    private final ValueStateDescriptor<Boolean> fresh =
        new ValueStateDescriptor<>("fresh", Boolean.class);

    /** Returns when the timer of a full minute fires. */
    long timerOf(long minute) {
      return minute - 1;
    }

    /** Returns whether a minute that the watermark has passed already gets a timer. */
    boolean marksThePast() {
      return false;
    }

    /** Returns whether a view sets the timer of a minute. */
    boolean marks(long mark, long timestamp) {
      return true;
    }

    /** Returns what a minute does. */
    TriggerResult atMark(boolean anythingNew, boolean ended) {
      return anythingNew && !ended ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    /** Sees to what was new when a row has shown it. */
    void shown(ValueState<Boolean> fresh, boolean ended) {
      fresh.clear();
    }

    /** Returns what the end does. */
    TriggerResult atEnd(boolean anythingNew) {
      return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      context.getPartitionedState(fresh).update(true);
      for (long mark = window.getStart() + MINUTE; mark < window.getEnd(); mark += MINUTE) {
        boolean ahead = marksThePast() || timerOf(mark) > context.getCurrentWatermark();
        if (ahead && marks(mark, timestamp)) {
          context.registerEventTimeTimer(timerOf(mark));
        }
      }
      return super.onElement(view, timestamp, window, context);
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
        throws Exception {
      ValueState<Boolean> state = context.getPartitionedState(fresh);
      boolean anythingNew = state.value() != null;
      boolean ended = window.maxTimestamp() <= context.getCurrentWatermark();
      TriggerResult result =
          time == window.maxTimestamp() ? atEnd(anythingNew) : atMark(anythingNew, ended);
      if (result.isFire()) {
        shown(state, ended);
      }
      return result;
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
      super.clear(window, context);
      context.getPartitionedState(fresh).clear();
      for (long mark = window.getStart() + MINUTE; mark < window.getEnd(); mark += MINUTE) {
        context.deleteEventTimeTimer(timerOf(mark));
      }
    }
  }

  /** Labels a count; it is final when the watermark has reached the end. */
  static final class Label extends ProcessWindowFunction<Long, PagePreview, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PagePreview> out) {
      boolean ended = context.window().maxTimestamp() <= context.currentWatermark();
      out.collect(row(context.window(), page, counts.iterator().next(), ended));
    }
  }

  static PagePreview row(TimeWindow window, String page, long views, boolean ended) {
    return new PagePreview(
        Steps.start(window),
        Steps.end(window),
        page,
        views,
        ended ? PagePreview.FINAL : PagePreview.PREVIEW);
  }
}
