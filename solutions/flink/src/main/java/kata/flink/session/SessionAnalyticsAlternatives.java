package kata.flink.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.SessionSummary;
import kata.flink.lab.StreamJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.DynamicEventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SessionWindowTimeGapExtractor;

/** Right answers, written differently. */
public final class SessionAnalyticsAlternatives {

  private SessionAnalyticsAlternatives() {}

  /** Keeps all events of a session, and sorts them at its end. */
  public static final class SortAtTheEnd implements StreamJob<ClickEvent, SessionSummary> {

    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
          .process(new SummingUp().ofWindow());
    }
  }

  /**
   * Makes a small session of each event, joins small sessions, and writes the row from the whole.
   */
  public static final class ReduceSessions implements StreamJob<ClickEvent, SessionSummary> {

    /** A session of one event or more. */
    public record Part(
        String user,
        Instant first,
        String entry,
        Instant last,
        String exit,
        long events,
        Set<String> pages,
        boolean bought) {

      static Part of(ClickEvent event) {
        return new Part(
            event.userId(),
            event.eventTime(),
            event.page(),
            event.eventTime(),
            event.page(),
            1,
            Set.of(event.page()),
            event.eventType() == EventType.PURCHASE);
      }

      Part and(Part other) {
        Part opening = startsNoLaterThan(other) ? this : other;
        Part closing = endsNoSoonerThan(other) ? this : other;
        Set<String> all = new TreeSet<>(pages);
        all.addAll(other.pages);
        return new Part(
            user,
            opening.first,
            opening.entry,
            closing.last,
            closing.exit,
            events + other.events,
            all,
            bought | other.bought);
      }

      private boolean startsNoLaterThan(Part other) {
        int order = first.compareTo(other.first);
        return order < 0 || (order == 0 && entry.compareTo(other.entry) <= 0);
      }

      private boolean endsNoSoonerThan(Part other) {
        int order = last.compareTo(other.last);
        return order > 0 || (order == 0 && exit.compareTo(other.exit) >= 0);
      }

      SessionSummary row() {
        return new SessionSummary(
            first,
            last.plus(SummingUp.GAP),
            user,
            Duration.between(first, last).toSeconds(),
            events,
            pages.size(),
            entry,
            exit,
            bought);
      }
    }

    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      SessionWindowTimeGapExtractor<Part> gap = part -> SummingUp.GAP.toMillis();
      return events
          .map(Part::of)
          .keyBy(Part::user)
          .window(DynamicEventTimeSessionWindows.withDynamicGap(gap))
          .reduce(Part::and)
          .map(Part::row);
    }
  }

  /** Cuts the events of a user into sessions by hand, with state and timers. */
  public static final class StateAndTimers implements StreamJob<ClickEvent, SessionSummary> {

    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events.keyBy(ClickEvent::userId).process(new SessionByHand());
    }
  }
}
