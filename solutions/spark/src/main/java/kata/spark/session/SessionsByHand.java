package kata.spark.session;

import static java.util.Comparator.comparing;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps the open sessions of a user, and one timeout for the one that is over first. A timeout
 * fires when the watermark is later than it, so that it stands a millisecond before the end.
 */
public final class SessionsByHand implements StreamQuery {

  static final StructType COLUMNS =
      StructType.fromDDL(
          "window_start TIMESTAMP, window_end TIMESTAMP, user STRING, seconds BIGINT,"
              + " events BIGINT, pages BIGINT, entry STRING, exit STRING, bought BOOLEAN");

  private static final Duration GAP = Duration.ofMinutes(30);

  @Override
  public Dataset<Row> build(Dataset<Row> events) {
    return events
        .groupByKey((MapFunction<Row, String>) event -> event.getAs("user_id"), Encoders.STRING())
        .flatMapGroupsWithState(
            SessionsByHand::update,
            OutputMode.Append(),
            Encoders.javaSerialization(Open.class),
            Encoders.row(COLUMNS),
            GroupStateTimeout.EventTimeTimeout());
  }

  private static Iterator<Row> update(String user, Iterator<Row> events, GroupState<Open> state) {
    List<Session> open = new ArrayList<>(state.exists() ? state.get().sessions() : List.of());
    events.forEachRemaining(event -> add(Session.of(event), open));
    Instant watermark = Instant.ofEpochMilli(state.getCurrentWatermarkMs());
    List<Row> over = new ArrayList<>();
    for (Session session : List.copyOf(open)) {
      if (!session.end().isAfter(watermark)) {
        over.add(session.row(user));
        open.remove(session);
      }
    }
    if (open.isEmpty()) {
      state.remove();
    } else {
      state.update(new Open(open));
      Instant next = open.stream().map(Session::end).min(Instant::compareTo).orElseThrow();
      state.setTimeoutTimestamp(next.toEpochMilli() - 1);
    }
    return over.iterator();
  }

  private static void add(Session session, List<Session> open) {
    Session grown = session;
    for (Session other : List.copyOf(open)) {
      if (grown.touches(other)) {
        grown = grown.with(other);
        open.remove(other);
      }
    }
    open.add(grown);
  }

  /** What Spark keeps for a user; encoders need a public class. */
  public record Open(List<Session> sessions) implements Serializable {}

  /** Where a user was, and when. */
  public record Step(Instant time, String page) implements Serializable {}

  /** A session so far; one event is a session of its own. */
  public record Session(Step first, Step last, long events, Set<String> pages, boolean bought)
      implements Serializable {

    static Session of(Row event) {
      Step step = new Step(event.<Timestamp>getAs("event_time").toInstant(), event.getAs("page"));
      boolean bought = event.<String>getAs("event_type").equals("PURCHASE");
      return new Session(step, step, 1, Set.of(step.page()), bought);
    }

    Instant end() {
      return last.time().plus(GAP);
    }

    boolean touches(Session other) {
      return !first.time().isAfter(other.end()) && !other.first.time().isAfter(end());
    }

    Session with(Session other) {
      TreeSet<Step> steps = new TreeSet<>(comparing(Step::time).thenComparing(Step::page));
      steps.addAll(List.of(first, last, other.first, other.last));
      Set<String> all = new HashSet<>(pages);
      all.addAll(other.pages);
      return new Session(
          steps.first(), steps.last(), events + other.events, all, bought || other.bought);
    }

    Row row(String user) {
      return RowFactory.create(
          Timestamp.from(first.time()),
          Timestamp.from(end()),
          user,
          Duration.between(first.time(), last.time()).toSeconds(),
          events,
          (long) pages.size(),
          first.page(),
          last.page(),
          bought);
    }
  }
}
