package kata.flink.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** Returns the right windows with a count of one's own. */
  static DataStream<VisitCount> visits(DataStream<ClickEvent> events, CountAll count) {
    return events.keyBy(ClickEvent::userId).window(byDevice()).process(count);
  }

  static WindowAssigner<ClickEvent, TimeWindow> byDevice() {
    return EventTimeSessionWindows.withDynamicGap(event -> gapAfter(event).toMillis());
  }

  /** Keeps all events of a visit, and counts them at its end. */
  static class CountAll extends ProcessWindowFunction<ClickEvent, VisitCount, String, TimeWindow> {

    Instant start(TimeWindow window, List<ClickEvent> events) {
      return Instant.ofEpochMilli(window.getStart());
    }

    Instant end(TimeWindow window, List<ClickEvent> events) {
      return Instant.ofEpochMilli(window.getEnd());
    }

    long number(List<ClickEvent> events) {
      return events.size();
    }

    @Override
    public void process(
        String user, Context context, Iterable<ClickEvent> events, Collector<VisitCount> out) {
      List<ClickEvent> all = new ArrayList<>();
      events.forEach(all::add);
      out.collect(
          new VisitCount(
              start(context.window(), all),
              end(context.window(), all),
              all.get(0).userId(),
              number(all)));
    }
  }
}
