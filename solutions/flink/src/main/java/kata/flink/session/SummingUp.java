package kata.flink.session;

import static java.util.Comparator.comparing;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.SessionSummary;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Sums a session up from the list of its events. Each method is a decision that a learner takes,
 * and can take wrongly.
 */
class SummingUp implements Serializable {

  static final Duration GAP = Duration.ofMinutes(30);

  /**
   * Sums up.
   *
   * @param arrived in arrival order
   */
  SessionSummary of(String user, Instant start, Instant end, List<ClickEvent> arrived) {
    List<ClickEvent> events = sorted(arrived);
    List<ClickEvent> ends = ends(arrived);
    return new SessionSummary(
        start,
        end,
        user,
        duration(events, end).toSeconds(),
        count(events),
        pages(events),
        ends.get(0).page(),
        ends.get(ends.size() - 1).page(),
        bought(events));
  }

  List<ClickEvent> sorted(List<ClickEvent> arrived) {
    return arrived.stream()
        .sorted(comparing(ClickEvent::eventTime).thenComparing(ClickEvent::page))
        .toList();
  }

  /** Returns the events of which the first has the entry and the last the exit. */
  List<ClickEvent> ends(List<ClickEvent> arrived) {
    return sorted(arrived);
  }

  Duration duration(List<ClickEvent> events, Instant end) {
    return Duration.between(events.get(0).eventTime(), events.get(events.size() - 1).eventTime());
  }

  long count(List<ClickEvent> events) {
    return events.size();
  }

  long pages(List<ClickEvent> events) {
    return events.stream().map(ClickEvent::page).distinct().count();
  }

  boolean bought(List<ClickEvent> events) {
    return events.stream().anyMatch(event -> event.eventType() == EventType.PURCHASE);
  }

  /** Returns a window function that keeps all events of a session and sums them up at its end. */
  final ProcessWindowFunction<ClickEvent, SessionSummary, String, TimeWindow> ofWindow() {
    return new OfWindow(this);
  }

  private static final class OfWindow
      extends ProcessWindowFunction<ClickEvent, SessionSummary, String, TimeWindow> {

    private final SummingUp summingUp;

    OfWindow(SummingUp summingUp) {
      this.summingUp = summingUp;
    }

    @Override
    public void process(
        String key, Context context, Iterable<ClickEvent> all, Collector<SessionSummary> out) {
      List<ClickEvent> events =
          new ArrayList<>(StreamSupport.stream(all.spliterator(), false).toList());
      out.collect(
          summingUp.of(
              events.get(0).userId(),
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              events));
    }
  }
}
