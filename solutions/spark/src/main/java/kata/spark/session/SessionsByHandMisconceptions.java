package kata.spark.session;

import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;

/** What people get wrong when they keep sessions in a state of their own. */
public final class SessionsByHandMisconceptions {

  private SessionsByHandMisconceptions() {}

  /** An answer that differs from the right one in its function. */
  abstract static class Query extends HandMade implements StreamQuery {

    private static final long serialVersionUID = 1L;

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return sessions(events, this);
    }
  }

  private static Row with(Row row, String column, Object value) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[SessionsByHand.COLUMNS.fieldIndex(column)] = value;
    return RowFactory.create(values);
  }

  @Misconception(
      headline = "A session comes out only when its user comes back, and the last one never.",
      when = "there is no timeout.",
      rule = "A function of state is called for new events; only a timeout calls it without.",
      hint = 2)
  public static final class NoTimeout extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return sessions(events, this, GroupStateTimeout.NoTimeout());
    }

    @Override
    void keep(List<Event> events, GroupState<Kept> state) {
      state.update(new Kept(events));
    }
  }

  @Misconception(
      headline = "The row is missing in the step whose watermark reaches the end of the session.",
      when = "the timeout is set to the end itself.",
      rule = "A timeout fires when the watermark is later than it, not when it is the same.",
      hint = 3)
  public static final class TimeoutAtEnd extends Query {
    @Override
    long timeout(List<List<Event>> sessions) {
      return super.timeout(sessions) + 1;
    }
  }

  @Misconception(
      headline = "The timeout of one session closed all sessions of its user.",
      when = "whatever is kept comes out when the timeout fires.",
      rule =
          "A timeout belongs to the user, not to a session: ask each session whether it is over.",
      hint = 2)
  public static final class TimeoutClosesAll extends Query {
    @Override
    boolean isOver(List<Event> session, Instant watermark, boolean timedOut) {
      return timedOut || super.isOver(session, watermark, false);
    }
  }

  @Misconception(
      headline = "After one session was closed, another that was open never came out.",
      when = "no timeout is set again after one has fired.",
      rule = "Each timeout fires once: whatever is still open needs another.",
      hint = 2)
  public static final class TimeoutNotSetAgain extends Query {
    @Override
    void keep(List<Event> events, GroupState<Kept> state) {
      if (state.hasTimedOut() && !events.isEmpty()) {
        state.update(new Kept(events));
      } else {
        super.keep(events, state);
      }
    }
  }

  @Misconception(
      headline = "The session that ends last decides when all sessions of its user come out.",
      when = "the timeout is set for the latest end of all open sessions.",
      rule = "There is one timeout for a user: set it for what is over first.",
      hint = 2)
  public static final class TimeoutAtLatestEnd extends Query {
    @Override
    long timeout(List<List<Event>> sessions) {
      return endOf(sessions.get(sessions.size() - 1)).toEpochMilli() - 1;
    }
  }

  @Misconception(
      headline = "Sessions came out as soon as the watermark had passed their last event.",
      when = "the timeout is set to the last event, and closes the session.",
      rule = "A user is silent for the gap before the session is over: it lies after the event.")
  public static final class TimeoutWithoutGap extends Query {
    @Override
    boolean isOver(List<Event> session, Instant watermark, boolean timedOut) {
      return !endOf(session).minus(GAP).isAfter(watermark);
    }

    @Override
    long timeout(List<List<Event>> sessions) {
      return super.timeout(sessions) - GAP.toMillis();
    }
  }

  @Misconception(
      headline = "The rows are right, but an empty state stays for every user for ever.",
      when = "the state is emptied, and not removed.",
      rule = "What is empty is still there: remove the state of a user who has no open session.",
      hint = 3)
  public static final class StateNotRemoved extends Query {
    @Override
    void keep(List<Event> events, GroupState<Kept> state) {
      if (events.isEmpty()) {
        state.update(new Kept(new ArrayList<>()));
      } else {
        super.keep(events, state);
      }
    }
  }

  @Misconception(
      headline = "A session that had come out came out again.",
      when = "what has come out is not taken from the state.",
      rule = "Spark keeps the state as it was, unless you update or remove it.",
      hint = 3)
  public static final class ComesOutAgain extends Query {
    @Override
    void keep(List<Event> events, GroupState<Kept> state) {
      if (!events.isEmpty()) {
        super.keep(events, state);
      }
    }
  }

  @Misconception(
      headline = "Everything that was open came out when new events arrived.",
      when = "the sessions of each micro-batch are written at its end.",
      rule = "A micro-batch ends by chance; a session ends by event time.",
      hint = 2)
  public static final class EachMicroBatch extends Query {
    @Override
    boolean isOver(List<Event> session, Instant watermark, boolean timedOut) {
      return true;
    }
  }

  @Misconception(
      headline = "The session of a user goes on in the next one, however long the silence.",
      when = "a user has one session in the state, which the silence within a batch does not cut.",
      rule = "Look at each silence between two events, not only at the time since the last batch.")
  public static final class OneSessionForEachUser extends Query {
    @Override
    boolean endsBy(Duration silence) {
      return false;
    }
  }

  @Misconception(
      headline = "A silence of exactly 30 minutes ended a session.",
      when = "the next event must come before the gap is over.",
      rule = "Each event opens [t, t + gap), and intervals that touch are one session.",
      hint = 2)
  public static final class EndsAtExactGap extends Query {
    @Override
    boolean endsBy(Duration silence) {
      return silence.compareTo(GAP) >= 0;
    }
  }

  @Misconception(
      headline = "A session was cut or turned round where events came out of order.",
      when = "the events are taken in the order in which they arrived.",
      rule = "Neither a micro-batch nor a group is sorted: compare event times.",
      hint = 1)
  public static final class ArrivalOrder extends Query {
    @Override
    List<List<Event>> split(List<Event> events) {
      List<Event> arrived = new ArrayList<>(events);
      List<List<Event>> sessions = new ArrayList<>();
      for (Event event : arrived) {
        if (sessions.isEmpty() || endsBy(silence(sessions, event))) {
          sessions.add(new ArrayList<>());
        }
        sessions.get(sessions.size() - 1).add(event);
      }
      return sessions;
    }

    private static Duration silence(List<List<Event>> sessions, Event event) {
      List<Event> session = sessions.get(sessions.size() - 1);
      return Duration.between(session.get(session.size() - 1).time(), event.time()).abs();
    }
  }

  @Misconception(
      headline = "The duration contains the 30 minutes of silence after the last event.",
      when = "the length of the window is taken for the duration of the session.",
      rule = "The window ends a gap after the last event; nobody was there in the meantime.")
  public static final class DurationWithGap extends Query {
    @Override
    Row row(String user, List<Event> session) {
      Instant end = endOf(session);
      return row(user, session, end, Duration.between(session.get(0).time(), end));
    }
  }

  @Misconception(
      headline = "The window of a session ends with its last event.",
      when = "the time of the last event is taken for the end of the window.",
      rule = "A session's window is [first, last + gap): what comes in there still belongs to it.")
  public static final class WindowEndsAtLastEvent extends Query {
    @Override
    Row row(String user, List<Event> session) {
      Instant end = endOf(session).minus(GAP);
      return row(user, session, end, Duration.between(session.get(0).time(), end));
    }
  }

  @Misconception(
      headline = "Who only reached the checkout is said to have bought.",
      when = "a purchase is recognised by the page.",
      rule = "A page says where something happened, the type of an event what: look for purchases.")
  public static final class BoughtByPage extends Query {
    @Override
    Row row(String user, List<Event> session) {
      return super.row(
          user,
          session.stream()
              .map(it -> new Event(it.time(), it.page(), it.page().equals("/checkout")))
              .toList());
    }
  }

  @Misconception(
      headline = "Of two events of one page at one moment, only one was counted.",
      when = "the events of a session are kept in a set.",
      rule = "Two events may look the same: keep what happened in a list, or count it.",
      hint = 2)
  public static final class KeptInSet extends Query {
    @Override
    Row row(String user, List<Event> session) {
      return super.row(user, session.stream().distinct().toList());
    }
  }

  @Misconception(
      headline = "A duration is rounded up where it had begun the next second.",
      when = "the seconds are rounded to the nearest.",
      rule = "Whole seconds are those that have passed: what is over is cut off.")
  public static final class SecondsRounded extends Query {
    @Override
    Row row(String user, List<Event> session) {
      Duration half = Duration.ofMillis(500);
      Duration duration =
          Duration.between(session.get(0).time(), session.get(session.size() - 1).time());
      return row(user, session, endOf(session), duration.plus(half));
    }
  }

  @Misconception(
      headline = "A duration counts a second that had only begun.",
      when = "both times are cut to whole seconds, and then subtracted.",
      rule = "Subtract first, then cut: from 10.6 to 12.2 one whole second has passed.")
  public static final class SecondsCutFirst extends Query {
    @Override
    Row row(String user, List<Event> session) {
      Instant first = session.get(0).time().truncatedTo(ChronoUnit.SECONDS);
      Instant last = session.get(session.size() - 1).time().truncatedTo(ChronoUnit.SECONDS);
      return row(user, session, endOf(session), Duration.between(first, last));
    }
  }

  /**
   * Sorts what a micro-batch brings, and then looks at what is kept in the order in which it came.
   */
  abstract static class BatchAfterBatch extends Query {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(String user, Iterator<Row> arrived, GroupState<Kept> state) {
      List<Row> batch = new ArrayList<>();
      arrived.forEachRemaining(batch::add);
      batch.sort(
          comparing((Row it) -> Event.of(it).time()).thenComparing(it -> Event.of(it).page()));
      return super.call(user, batch.iterator(), state);
    }

    @Override
    List<List<Event>> split(List<Event> events) {
      return super.split(new ArrayList<>(events));
    }

    static boolean touches(List<Event> session, Event event) {
      return !event.time().isAfter(endOf(session))
          && !session.get(0).time().isAfter(event.time().plus(GAP));
    }
  }

  @Misconception(
      headline = "An event between two open sessions went to one, and did not join them.",
      when = "an event is put into the first session that it touches.",
      rule = "An event may touch two sessions: put all that it touches together.",
      hint = 1)
  public static final class NeverJoinsTwo extends BatchAfterBatch {
    @Override
    List<List<Event>> split(List<Event> events) {
      List<List<Event>> sessions = new ArrayList<>();
      for (Event event : events) {
        sessions.stream()
            .filter(it -> touches(it, event))
            .findFirst()
            .ifPresentOrElse(
                it -> it.addAll(position(it, event), List.of(event)),
                () -> sessions.add(new ArrayList<>(List.of(event))));
      }
      sessions.sort(comparing(HandMade::endOf));
      return sessions;
    }

    private static int position(List<Event> session, Event event) {
      return (int) session.stream().filter(it -> !it.time().isAfter(event.time())).count();
    }
  }

  @Misconception(
      headline = "An older event joined a session, which did not begin with it.",
      when = "the start of a session is that of its first micro-batch.",
      rule = "What comes later may have happened earlier: compare starts as well as ends.",
      hint = 1)
  public static final class StartStays extends BatchAfterBatch {
    @Override
    List<List<Event>> split(List<Event> events) {
      List<List<Event>> sessions = super.split(events);
      for (List<Event> session : sessions) {
        Event first = events.stream().filter(session::contains).findFirst().orElseThrow();
        session.remove(first);
        session.add(0, first);
      }
      return sessions;
    }
  }

  @Misconception(
      headline = "An older event gave a session its entry, but the window does not start with it.",
      when = "the page of entry is compared again in each micro-batch, and the start is not.",
      rule = "Entry, start and duration belong to the same event: whichever happened first.",
      hint = 1)
  public static final class WindowStartStays extends BatchAfterBatch {
    @Override
    Row row(String user, List<Event> session, List<Event> kept) {
      Instant start =
          kept.stream().filter(session::contains).findFirst().map(Event::time).orElseThrow();
      Instant last = session.get(session.size() - 1).time();
      return with(
          row(user, session, endOf(session), Duration.between(start, last)),
          "window_start",
          Timestamp.from(start));
    }
  }

  @Misconception(
      headline = "An event joined two sessions, and the purchase of the later one is forgotten.",
      when = "two sessions are put together, and it is not asked of both whether one bought.",
      rule = "When sessions merge, what was known of both is put together: the purchase as well.",
      hint = 1)
  public static final class BridgeForgetsPurchase extends BatchAfterBatch {
    @Override
    List<List<Event>> split(List<Event> events) {
      for (int i = 0; i < events.size(); i++) {
        Event event = events.get(i);
        super.split(events.subList(0, i)).stream()
            .filter(it -> touches(it, event))
            .skip(1)
            .forEach(later -> events.replaceAll(it -> later.contains(it) ? forgotten(it) : it));
      }
      return super.split(events);
    }

    private static Event forgotten(Event event) {
      return new Event(event.time(), event.page(), false);
    }
  }

  @Misconception(
      headline = "Of events of one moment, the one that arrived first was taken first.",
      when = "ties are decided by name within a micro-batch, and by arrival between two of them.",
      rule = "Arrival is not repeatable: a tie needs a rule of its own, here the page.",
      hint = 1)
  public static final class TiesByBatch extends BatchAfterBatch {
    @Override
    Comparator<Event> order() {
      return comparing(Event::time);
    }
  }

  @Misconception(
      headline = "A page that was seen in two micro-batches was counted twice.",
      when = "of earlier micro-batches only the number of pages is kept, and numbers are added.",
      rule = "A number does not say which pages it counted: keep the pages, and count at the end.",
      hint = 1)
  public static final class PagesOfEachBatch extends Query {

    /** Puts a blank behind each page that is kept, which tells it from those of other batches. */
    @Override
    public Iterator<Row> call(String user, Iterator<Row> arrived, GroupState<Kept> state) {
      if (state.exists()) {
        List<Event> kept = new ArrayList<>(state.get().events());
        kept.replaceAll(it -> new Event(it.time(), it.page() + " ", it.purchase()));
        state.update(new Kept(kept));
      }
      return super.call(user, arrived, state);
    }

    @Override
    Row row(String user, List<Event> session) {
      List<Event> named =
          session.stream()
              .map(it -> new Event(it.time(), it.page().strip(), it.purchase()))
              .toList();
      long pages = session.stream().map(Event::page).distinct().count();
      return with(super.row(user, named), "pages", pages);
    }
  }

  @Misconception(
      headline = "Two sessions of a user were over at once, and the second came out a step later.",
      when = "the function hands out one session at most each time that it is called.",
      rule = "A watermark may pass several ends at once: hand out every session that is over.",
      hint = 2)
  public static final class OneRowPerCall extends Query {
    @Override
    List<List<Event>> split(List<Event> events) {
      return super.split(events).stream().limit(1).toList();
    }

    @Override
    void keep(List<Event> events, GroupState<Kept> state) {
      if (events.isEmpty()) {
        state.remove();
      } else {
        state.update(new Kept(events));
        long soonest = Math.max(1, state.getCurrentWatermarkMs());
        state.setTimeoutTimestamp(Math.max(soonest, timeout(split(events))));
      }
    }
  }

  @Misconception(
      headline = "A session was over a millisecond too soon, as its user came back.",
      when = "what is over comes out first, and the watermark is taken to be past its end.",
      rule = "A session is over when the watermark has reached its end, and not before.",
      hint = 3,
      sameAs = "EndsAtExactGap")
  public static final class OverTooSoon extends Query {
    @Override
    public Iterator<Row> call(String user, Iterator<Row> arrived, GroupState<Kept> state) {
      List<Row> rows = new ArrayList<>();
      if (state.exists()) {
        List<Event> kept = new ArrayList<>(state.get().events());
        Instant soon = Instant.ofEpochMilli(state.getCurrentWatermarkMs() + 1);
        for (List<Event> session : split(kept)) {
          if (isOver(session, soon, state.hasTimedOut())) {
            rows.add(row(user, session));
            kept.removeAll(session);
          }
        }
        state.update(new Kept(kept));
      }
      super.call(user, arrived, state).forEachRemaining(rows::add);
      return rows.iterator();
    }
  }

  @Misconception(
      headline = "Events of a micro-batch that failed were counted twice when it ran again.",
      when = "the open sessions are kept in a static map, and not in the state.",
      rule = "Spark takes back the state of a batch that fails; a static field it does not know.",
      hint = 1)
  public static final class KeptInStaticMap extends Query {

    private static final Map<String, List<Event>> OPEN = new ConcurrentHashMap<>();

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      OPEN.clear();
      return super.build(events);
    }

    @Override
    public Iterator<Row> call(String user, Iterator<Row> arrived, GroupState<Kept> state) {
      List<Event> open = OPEN.computeIfAbsent(user, it -> new ArrayList<>());
      arrived.forEachRemaining(event -> open.add(Event.of(event)));
      Instant watermark = Instant.ofEpochMilli(state.getCurrentWatermarkMs());
      List<Row> rows = new ArrayList<>();
      for (List<Event> session : split(open)) {
        if (isOver(session, watermark, state.hasTimedOut())) {
          rows.add(row(user, session));
          open.removeAll(session);
        }
      }
      if (open.isEmpty()) {
        state.remove();
      } else {
        state.setTimeoutTimestamp(timeout(split(open)));
      }
      return rows.iterator();
    }
  }

  @Misconception(
      headline = "A session ended when the user went to another device.",
      when = "the group is the browser's session.",
      rule = "A browser has a session for each device; the user is one and the same.",
      hint = 1)
  public static final class KeyedByBrowser extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      Column browser = concat_ws(" ", col("user_id"), col("session_id"));
      return sessions(events.withColumn("user_id", browser), this);
    }

    @Override
    Row row(String browser, List<Event> session) {
      return super.row(browser.split(" ")[0], session);
    }
  }

  @Misconception(
      headline = "Two events that lie just as far apart as the gap are two sessions.",
      when = "the earlier one comes second, and must lie within the gap before the session.",
      rule = "A gap has no direction: 30 minutes are 30 minutes, whichever event comes first.",
      hint = 2)
  public static final class ExactGapBackwards extends Query {
    @Override
    List<List<Event>> split(List<Event> events) {
      List<List<Event>> sessions = new ArrayList<>();
      for (Event event : events) {
        List<List<Event>> touched = sessions.stream().filter(it -> touches(it, event)).toList();
        List<Event> joined = new ArrayList<>(List.of(event));
        touched.forEach(joined::addAll);
        joined.sort(comparing(Event::time).thenComparing(Event::page));
        sessions.removeAll(touched);
        sessions.add(joined);
      }
      return sessions;
    }

    private static boolean touches(List<Event> session, Event event) {
      return !event.time().isAfter(endOf(session))
          && session.get(0).time().isBefore(event.time().plus(GAP));
    }
  }
}
