package kata.spark.session;

import static java.util.Comparator.comparing;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * Sessions by hand from which other answers differ in one step each: keeps the events of a user,
 * and finds the sessions in them anew each time.
 */
public class HandMade implements FlatMapGroupsWithStateFunction<String, Row, HandMade.Kept, Row> {

  private static final long serialVersionUID = 1L;

  static final Duration GAP = Duration.ofMinutes(30);

  /** The events of open sessions. */
  public record Kept(List<Event> events) implements Serializable {}

  /** What a session needs of an event. */
  public record Event(Instant time, String page, boolean purchase) implements Serializable {

    static Event of(Row event) {
      return new Event(
          event.<Timestamp>getAs("event_time").toInstant(),
          event.getAs("page"),
          event.<String>getAs("event_type").equals("PURCHASE"));
    }
  }

  static Dataset<Row> sessions(Dataset<Row> events, HandMade function) {
    return sessions(events, function, GroupStateTimeout.EventTimeTimeout());
  }

  static Dataset<Row> sessions(Dataset<Row> events, HandMade function, GroupStateTimeout timeout) {
    return events
        .groupByKey((MapFunction<Row, String>) event -> event.getAs("user_id"), Encoders.STRING())
        .flatMapGroupsWithState(
            function,
            OutputMode.Append(),
            Encoders.javaSerialization(Kept.class),
            Encoders.row(SessionsByHand.COLUMNS),
            timeout);
  }

  @Override
  public Iterator<Row> call(String user, Iterator<Row> arrived, GroupState<Kept> state) {
    List<Event> events = new ArrayList<>(state.exists() ? state.get().events() : List.of());
    arrived.forEachRemaining(event -> events.add(Event.of(event)));
    Instant watermark = Instant.ofEpochMilli(state.getCurrentWatermarkMs());
    List<Row> rows = new ArrayList<>();
    for (List<Event> session : split(events)) {
      if (isOver(session, watermark, state.hasTimedOut())) {
        rows.add(row(user, session, events));
        events.removeAll(session);
      }
    }
    keep(events, state);
    return rows.iterator();
  }

  /** Cuts the events of a user, sorted by time, at each silence that is long enough. */
  List<List<Event>> split(List<Event> events) {
    events.sort(order());
    List<List<Event>> sessions = new ArrayList<>();
    Instant last = null;
    for (Event event : events) {
      if (last == null || endsBy(Duration.between(last, event.time()))) {
        sessions.add(new ArrayList<>());
      }
      sessions.get(sessions.size() - 1).add(event);
      last = event.time();
    }
    return sessions;
  }

  Comparator<Event> order() {
    return comparing(Event::time).thenComparing(Event::page);
  }

  boolean endsBy(Duration silence) {
    return silence.compareTo(GAP) > 0;
  }

  static Instant endOf(List<Event> session) {
    return session.get(session.size() - 1).time().plus(GAP);
  }

  boolean isOver(List<Event> session, Instant watermark, boolean timedOut) {
    return !endOf(session).isAfter(watermark);
  }

  void keep(List<Event> events, GroupState<Kept> state) {
    if (events.isEmpty()) {
      state.remove();
    } else {
      state.update(new Kept(events));
      state.setTimeoutTimestamp(timeout(split(events)));
    }
  }

  /** Returns when the function wants to be called again, in milliseconds since 1970. */
  long timeout(List<List<Event>> sessions) {
    return sessions.stream()
            .map(HandMade::endOf)
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .toEpochMilli()
        - 1;
  }

  /**
   * Returns the row of a session.
   *
   * @param kept what is kept of the user, in the order that {@link #split} left
   */
  Row row(String user, List<Event> session, List<Event> kept) {
    return row(user, session);
  }

  Row row(String user, List<Event> session) {
    Event first = session.get(0);
    Event last = session.get(session.size() - 1);
    return row(user, session, endOf(session), Duration.between(first.time(), last.time()));
  }

  static Row row(String user, List<Event> session, Instant end, Duration duration) {
    return RowFactory.create(
        Timestamp.from(session.get(0).time()),
        Timestamp.from(end),
        user,
        duration.toSeconds(),
        (long) session.size(),
        session.stream().map(Event::page).distinct().count(),
        session.get(0).page(),
        session.get(session.size() - 1).page(),
        session.stream().anyMatch(Event::purchase));
  }
}
