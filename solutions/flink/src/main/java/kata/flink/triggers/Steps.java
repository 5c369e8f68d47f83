package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.WindowedStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to the trigger lessons have in common. */
final class Steps {

  static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private Steps() {}

  static WindowedStream<ClickEvent, String, TimeWindow> windows(
      DataStream<ClickEvent> views, KeySelector<ClickEvent, String> key) {
    return views.keyBy(key).window(TumblingEventTimeWindows.of(FIVE_MINUTES));
  }

  static DataStream<PageCount> count(
      DataStream<ClickEvent> views, Trigger<? super ClickEvent, ? super TimeWindow> trigger) {
    return windows(views, ClickEvent::page).trigger(trigger).aggregate(new Count(), new Label());
  }

  static Instant start(TimeWindow window) {
    return Instant.ofEpochMilli(window.getStart());
  }

  static Instant end(TimeWindow window) {
    return Instant.ofEpochMilli(window.getEnd());
  }

  static long size(Iterable<?> elements) {
    long size = 0;
    for (Object ignored : elements) {
      size++;
    }
    return size;
  }

  /** A trigger that does nothing by itself. */
  abstract static class Quiet extends Trigger<ClickEvent, TimeWindow> {

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      context.registerEventTimeTimer(window.maxTimestamp());
      return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
        throws Exception {
      return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
      return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(TimeWindow window, TriggerContext context) throws Exception {
      context.deleteEventTimeTimer(window.maxTimestamp());
    }
  }

  /** Counts events one by one. */
  static final class Count implements AggregateFunction<ClickEvent, Long, Long> {

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

  /** Labels a count with its key and its window. */
  static final class Label extends ProcessWindowFunction<Long, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageCount> out) {
      TimeWindow window = context.window();
      out.collect(new PageCount(start(window), end(window), page, counts.iterator().next()));
    }
  }
}
