package kata.lessons.session;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;

/**
 * A session that is over, found without any engine. Lateness is judged after an event has been put
 * together with what is still open, as Flink does.
 *
 * @param at the watermark that closed it, as a story time
 * @param user the visitor
 * @param start the time of the first event
 * @param end when the session is over
 * @param events by event time; of the same time by page
 */
public record ClosedSession(
    String at, String user, Instant start, Instant end, List<ClickEvent> events) {

  /** A session that may still grow. */
  private record Open(String user, Instant start, Instant end, List<ClickEvent> events) {

    boolean touches(Open other) {
      return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    Open with(Open other) {
      List<ClickEvent> all = new ArrayList<>(events);
      all.addAll(other.events);
      return new Open(
          user,
          start.isBefore(other.start) ? start : other.start,
          end.isAfter(other.end) ? end : other.end,
          all);
    }

    ClosedSession closedAt(Instant watermark) {
      List<ClickEvent> sorted =
          events.stream()
              .sorted(comparing(ClickEvent::eventTime).thenComparing(ClickEvent::page))
              .toList();
      return new ClosedSession(StoryTime.format(watermark), user, start, end, sorted);
    }
  }

  /**
   * Returns the sessions of a scenario in the order in which they are closed.
   *
   * @param gap how long after an event the next one must come at the latest
   */
  public static List<ClosedSession> of(
      Scenario<ClickEvent> scenario, Function<ClickEvent, Duration> gap) {
    List<ClosedSession> closed = new ArrayList<>();
    Map<String, List<Open>> open = new TreeMap<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
        Instant time = event.eventTime();
        Open session = new Open(event.userId(), time, time.plus(gap.apply(event)), List.of(event));
        List<Open> ofUser = open.computeIfAbsent(event.userId(), user -> new ArrayList<>());
        List<Open> touched = ofUser.stream().filter(session::touches).toList();
        for (Open other : touched) {
          session = session.with(other);
        }
        if (session.end().isAfter(watermark)) {
          ofUser.removeAll(touched);
          ofUser.add(session);
        }
      }
      watermark = step.watermark();
      for (List<Open> ofUser : open.values()) {
        for (Open session : List.copyOf(ofUser)) {
          if (!session.end().isAfter(watermark)) {
            closed.add(session.closedAt(watermark));
            ofUser.remove(session);
          }
        }
      }
    }
    return closed;
  }
}
