package kata.flink.session;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.VisitCount;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SessionWindowTimeGapExtractor;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to {@link GapByDevice} have in common. */
final class Visits {

  static final Duration PHONE = Duration.ofMinutes(10);
  static final Duration ELSEWHERE = Duration.ofMinutes(30);

  private Visits() {}

  static Duration gapAfter(ClickEvent event) {
    return event.device().equals("mobile") ? PHONE : ELSEWHERE;
  }

  static DataStream<VisitCount> visits(
      DataStream<ClickEvent> events, SessionWindowTimeGapExtractor<ClickEvent> gap) {
    return visits(events, EventTimeSessionWindows.withDynamicGap(gap));
  }

  static DataStream<VisitCount> visits(
      DataStream<ClickEvent> events, WindowAssigner<? super ClickEvent, TimeWindow> windows) {
    return events.keyBy(ClickEvent::userId).window(windows).process(new CountAll());
  }

  /** Keeps all events of a visit, and counts them at its end. */
  static final class CountAll
      extends ProcessWindowFunction<ClickEvent, VisitCount, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<ClickEvent> events, Collector<VisitCount> out) {
      out.collect(
          new VisitCount(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              events.iterator().next().userId(),
              events.spliterator().getExactSizeIfKnown()));
    }
  }
}
