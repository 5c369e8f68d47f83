package kata.flink.triggers;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.PageIncrement;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the other answers to FireAndPurge have in common. */
final class Increments {

  static final Duration LATENESS = Duration.ofMinutes(1);

  private Increments() {}

  static DataStream<PageIncrement> report(
      DataStream<ClickEvent> views,
      Trigger<? super ClickEvent, ? super TimeWindow> trigger,
      Duration lateness,
      AddUp addUp) {
    return Steps.windows(views, ClickEvent::page)
        .allowedLateness(lateness)
        .trigger(trigger)
        .aggregate(new Steps.Count(), addUp);
  }

  /** Pairs before the end, every view after it; each method is a decision. */
  static class Pairs extends CountOrEnd {

    Pairs() {
      super(2);
    }

    @Override
    int enough(boolean ended) {
      return ended ? 1 : super.enough(false);
    }

    @Override
    TriggerResult atCount() {
      return TriggerResult.FIRE_AND_PURGE;
    }
  }

  /** Adds a count to the total of its window; where the total lives can be chosen. */
  static class AddUp extends ProcessWindowFunction<Long, PageIncrement, String, TimeWindow> {

    final ValueStateDescriptor<Long> total = new ValueStateDescriptor<>("total", Long.class);

    KeyedStateStore store(Context context) {
      return context.windowState();
    }

    PageIncrement row(TimeWindow window, String page, long count, long before) {
      return new PageIncrement(Steps.start(window), Steps.end(window), page, count, before + count);
    }

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageIncrement> out)
        throws Exception {
      ValueState<Long> state = store(context).getState(total);
      long before = state.value() == null ? 0 : state.value();
      PageIncrement row = row(context.window(), page, counts.iterator().next(), before);
      state.update(row.totalViews());
      out.collect(row);
    }

    @Override
    public void clear(Context context) {
      context.windowState().getState(total).clear();
    }
  }
}
