package kata.flink.session;

import static java.util.Comparator.comparing;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.SessionSummary;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.ProcessingTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they sum up sessions. */
public final class SessionAnalyticsMisconceptions {

  private SessionAnalyticsMisconceptions() {}

  private static DataStream<SessionSummary> sessions(
      DataStream<ClickEvent> events, WindowAssigner<Object, TimeWindow> windows) {
    return events.keyBy(ClickEvent::userId).window(windows).process(new SummingUp().ofWindow());
  }

  private static DataStream<SessionSummary> sessions(
      DataStream<ClickEvent> events, SummingUp summingUp) {
    return events
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
        .process(summingUp.ofWindow());
  }

  private static List<ClickEvent> views(List<ClickEvent> events) {
    return events.stream().filter(event -> event.eventType() == EventType.PAGE_VIEW).toList();
  }

  private static DataStream<SessionSummary> byHand(
      DataStream<ClickEvent> events, SessionByHand byHand) {
    return events.keyBy(ClickEvent::userId).process(byHand);
  }

  @Misconception(
      headline = "Nothing came out: your sessions do not look at event time.",
      when = "the gap is measured by the clock of the machine (processing time).",
      rule = "Processing time asks when the machine saw an event; only event time can be replayed.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(events, ProcessingTimeSessionWindows.withGap(SummingUp.GAP));
    }
  }

  @Misconception(
      headline = "The windows are cut by the clock, not by the silence of a user.",
      when = "tumbling windows of 30 minutes take the place of sessions.",
      rule = "A session begins with an event and ends after a silence, whatever the clock shows.")
  public static final class Tumbling implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(events, TumblingEventTimeWindows.of(SummingUp.GAP));
    }
  }

  @Misconception(
      headline = "Every event is a session of its own.",
      when = "the unit of the gap is wrong: 30 seconds.",
      rule = "The gap is a Duration: read its unit once more.")
  public static final class SecondsForMinutes implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(events, EventTimeSessionWindows.withGap(Duration.ofSeconds(30)));
    }
  }

  @Misconception(
      headline = "A silence of exactly 30 minutes ended a session.",
      when = "the next event must come before the gap has passed, not when it has.",
      rule = "Each event opens [t, t + gap), and intervals that touch are one session.",
      hint = 2)
  public static final class EndsAtExactGap implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            boolean ends(long silence) {
              return silence >= GAP;
            }
          });
    }
  }

  @Misconception(
      headline = "All users share one session, under the name of one of them.",
      when = "the stream is windowed as a whole, without a key.",
      rule = "A session belongs to a user: the stream must be partitioned by user.")
  public static final class NoKey implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events
          .windowAll(EventTimeSessionWindows.withGap(SummingUp.GAP))
          .process(new SumUpAll());
    }

    private static final class SumUpAll
        extends ProcessAllWindowFunction<ClickEvent, SessionSummary, TimeWindow> {
      @Override
      public void process(
          Context context, Iterable<ClickEvent> all, Collector<SessionSummary> out) {
        List<ClickEvent> events = StreamSupport.stream(all.spliterator(), false).toList();
        TimeWindow window = context.window();
        out.collect(
            new SummingUp()
                .of(
                    events.get(0).userId(),
                    Instant.ofEpochMilli(window.getStart()),
                    Instant.ofEpochMilli(window.getEnd()),
                    events));
      }
    }
  }

  @Misconception(
      headline = "A session was cut where the user took up another device.",
      when = "the stream is partitioned by the browser's session, not by the user.",
      rule = "The key decides what belongs together: here it is the user.")
  public static final class KeyIsBrowserSession implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::sessionId)
          .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
          .process(new SummingUp().ofWindow());
    }
  }

  @Misconception(
      headline = "The duration contains the 30 minutes of silence after the last event.",
      when = "the length of the window is taken for the duration of the session.",
      rule = "The window ends a gap after the last event; nobody was there in the meantime.",
      hint = 2)
  public static final class DurationWithGap implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            Duration duration(List<ClickEvent> all, Instant end) {
              return Duration.between(all.get(0).eventTime(), end);
            }
          });
    }
  }

  @Misconception(
      headline = "The window of a session ends with its last event.",
      when = "the time of the last event is taken for the end of the window.",
      rule =
          "A session's window is [first, last + gap): an event in there would still belong to it.",
      hint = 2)
  public static final class WindowEndsAtLastEvent implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            SessionSummary of(String user, Instant start, Instant end, List<ClickEvent> all) {
              return super.of(user, start, end.minus(GAP), all);
            }
          });
    }
  }

  @Misconception(
      headline = "The window of a session is 30 minutes long, however long the session was.",
      when = "the gap is taken for the length of a session.",
      rule = "Each event moves the end of its session: it is the last event's time and the gap.",
      hint = 2)
  public static final class WindowIsGap implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            SessionSummary of(String user, Instant start, Instant end, List<ClickEvent> all) {
              return super.of(user, start, start.plus(GAP), all);
            }
          });
    }
  }

  @Misconception(
      headline = "Entry and exit are the pages that arrived first and last.",
      when = "the order of arrival is taken for the order of events.",
      rule = "Events arrive in any order; entry and exit are decided by event time.",
      hint = 3)
  public static final class ArrivalOrder implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            List<ClickEvent> ends(List<ClickEvent> arrived) {
              return arrived;
            }
          });
    }
  }

  @Misconception(
      headline = "Of events of one moment, the one that arrived first was taken first.",
      when = "events are ordered by time alone, and ties by arrival.",
      rule = "Arrival is not repeatable: a tie needs a rule of its own, here the page.",
      hint = 3)
  public static final class TiesByArrival implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            List<ClickEvent> sorted(List<ClickEvent> arrived) {
              return arrived.stream().sorted(comparing(ClickEvent::eventTime)).toList();
            }
          });
    }
  }

  @Misconception(
      headline = "A page that was seen twice was counted twice.",
      when = "all events are counted where different pages are asked for.",
      rule = "Different pages need a set; when two sessions merge, so must their sets.")
  public static final class PagesNotDistinct implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            long pages(List<ClickEvent> all) {
              return all.size();
            }
          });
    }
  }

  @Misconception(
      headline = "A page was counted again when the user came back to it.",
      when = "changes of the page are counted, not different pages.",
      rule = "Different pages need a set of all pages so far, not only the one before.")
  public static final class PageChanges implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            long pages(List<ClickEvent> all) {
              long changes = 1;
              for (int i = 1; i < all.size(); i++) {
                changes += all.get(i).page().equals(all.get(i - 1).page()) ? 0 : 1;
              }
              return changes;
            }
          });
    }
  }

  @Misconception(
      headline = "Only page views were counted.",
      when = "events of other types are left out of the number of events.",
      rule = "Every event is one: views, the cart, the checkout and the purchase.")
  public static final class CountsViewsOnly implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            long count(List<ClickEvent> all) {
              return views(all).size();
            }
          });
    }
  }

  @Misconception(
      headline = "A purchase in the middle of a session was overlooked.",
      when = "only the last event says whether something was bought.",
      rule = "A session with a purchase has one anywhere between entry and exit.")
  public static final class LastEventIsPurchase implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            boolean bought(List<ClickEvent> all) {
              return all.get(all.size() - 1).eventType() == EventType.PURCHASE;
            }
          });
    }
  }

  @Misconception(
      headline = "A session with a checkout counts as one with a purchase.",
      when = "going to the checkout is taken for buying.",
      rule = "Only a purchase is a purchase; many leave at the checkout.")
  public static final class CheckoutIsPurchase implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            boolean bought(List<ClickEvent> all) {
              return super.bought(all)
                  || all.stream().anyMatch(it -> it.eventType() == EventType.CHECKOUT);
            }
          });
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the events of one of them are missing.",
      when = "merging two accumulators keeps only the first.",
      rule = "Sessions merge: what was known of both must be in the result.",
      hint = 3)
  public static final class MergeKeepsOne implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return aggregate(events, new Gather(false));
    }
  }

  @Misconception(
      headline = "Sessions of several users have got mixed up.",
      when = "all sessions share one accumulator object, which is changed in place.",
      rule = "Each session starts from nothing: a new accumulator is a new object.",
      hint = 3)
  public static final class SharedAccumulator implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return aggregate(events, new Gather(true));
    }
  }

  private static DataStream<SessionSummary> aggregate(DataStream<ClickEvent> events, Gather how) {
    return events
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
        .aggregate(how, new SumUpGathered());
  }

  /** Gathers events in a list: the same list for all sessions, or without those of a merged one. */
  private static final class Gather
      implements AggregateFunction<ClickEvent, ArrayList<ClickEvent>, ArrayList<ClickEvent>> {

    private final boolean shared;
    private final ArrayList<ClickEvent> only = new ArrayList<>();

    Gather(boolean shared) {
      this.shared = shared;
    }

    @Override
    public ArrayList<ClickEvent> createAccumulator() {
      return shared ? only : new ArrayList<>();
    }

    @Override
    public ArrayList<ClickEvent> add(ClickEvent event, ArrayList<ClickEvent> events) {
      events.add(event);
      return events;
    }

    @Override
    public ArrayList<ClickEvent> getResult(ArrayList<ClickEvent> events) {
      return events;
    }

    @Override
    public ArrayList<ClickEvent> merge(ArrayList<ClickEvent> a, ArrayList<ClickEvent> b) {
      return a;
    }
  }

  private static final class SumUpGathered
      extends ProcessWindowFunction<ArrayList<ClickEvent>, SessionSummary, String, TimeWindow> {
    @Override
    public void process(
        String user,
        Context context,
        Iterable<ArrayList<ClickEvent>> gathered,
        Collector<SessionSummary> out) {
      out.collect(
          new SummingUp()
              .of(
                  user,
                  Instant.ofEpochMilli(context.window().getStart()),
                  Instant.ofEpochMilli(context.window().getEnd()),
                  gathered.iterator().next()));
    }
  }

  @Misconception(
      headline = "A session came out again and again while it went on.",
      when = "a trigger that fires for every event replaces the one of event time.",
      rule = "trigger(...) replaces the default, it does not add to it.")
  public static final class FiresForEveryEvent implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
          .trigger(CountTrigger.of(1))
          .process(new SummingUp().ofWindow());
    }
  }

  @Misconception(
      headline = "A session that had come out already came out once more.",
      when = "lateness is allowed, and a late event fires its session again.",
      rule = "With allowed lateness a session stays open for corrections; this task wants one row.")
  public static final class LatenessAllowed implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
          .allowedLateness(Duration.ofHours(1))
          .process(new SummingUp().ofWindow());
    }
  }

  @Misconception(
      headline = "A late event is missing, although its session was not over.",
      when = "an event counts as late as soon as it is older than the watermark.",
      rule = "Lateness is judged by the end of the session, not by the time of the event.",
      hint = 2)
  public static final class DropsBehindWatermark implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            boolean isTooLate(long time, long end, long watermark) {
              return time <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "A late event is missing, although it touched a session that was not over.",
      when = "lateness is judged for the event alone, before it is put together with others.",
      rule = "An event and the sessions that it touches are one first; then Flink judges lateness.",
      hint = 2)
  public static final class JudgedAlone implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            boolean isTooLate(long time, long end, long watermark) {
              return time + GAP - 1 <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "An event came out whose session was over long before it arrived.",
      when = "late events are taken in by sessions made by hand.",
      rule =
          "What arrives after its session would have ended is lost; state alone does not see that.",
      hint = 2)
  public static final class LateEventsCounted implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            boolean isTooLate(long time, long end, long watermark) {
              return false;
            }
          });
    }
  }

  @Misconception(
      headline = "A session came out as soon as the watermark passed its last event.",
      when = "the session is answered without waiting for the silence to be long enough.",
      rule = "A session is over when the watermark reaches the end of its window.",
      hint = 2)
  public static final class DoesNotWait implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            long timerOf(long end) {
              return end - GAP;
            }
          });
    }
  }

  @Misconception(
      headline = "The rows are right, but they come out one watermark too late.",
      when = "the timer is set to the end of the session itself.",
      rule = "A window is complete when the watermark reaches end - 1 ms, its last timestamp.",
      hint = 2)
  public static final class TimerAtEnd implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            long timerOf(long end) {
              return end;
            }
          });
    }
  }

  @Misconception(
      headline = "A session came out that was over and had come out before.",
      when = "the events of a session stay in state after it has come out.",
      rule = "When a session is over, its state must go, or it comes out with the next one again.",
      hint = 3)
  public static final class NeverForgets implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            @Override
            List<ClickEvent> remaining(List<ClickEvent> open, List<ClickEvent> over) {
              List<ClickEvent> all = new ArrayList<>(over);
              all.addAll(open);
              return all;
            }
          });
    }
  }

  @Misconception(
      headline = "What the open sessions had was lost when the job failed.",
      when = "the events wait in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class EventsInField implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return byHand(
          events,
          new SessionByHand() {
            private final Map<String, List<ClickEvent>> waiting = new HashMap<>();

            @Override
            List<ClickEvent> remembered(String user) {
              return new ArrayList<>(waiting.getOrDefault(user, List.of()));
            }

            @Override
            void remember(String user, List<ClickEvent> events) {
              waiting.put(user, events);
            }
          });
    }
  }

  @Misconception(
      headline = "Each session ended a millisecond too late.",
      when = "a millisecond is added to the gap, so that a silence of exactly the gap fits in.",
      rule = "Flink joins windows that touch: a silence of exactly the gap ends nothing.",
      hint = 2)
  public static final class MillisecondMore implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(SummingUp.GAP.plusMillis(1)))
          .process(new SummingUp().ofWindow());
    }
  }

  /** Says what is known of two sessions that have become one. */
  private interface Merging extends Serializable {

    /**
     * Merges two accumulators.
     *
     * @param all what is right
     */
    SessionAnalytics.Facts of(
        SessionAnalytics.Facts a, SessionAnalytics.Facts b, SessionAnalytics.Facts all);
  }

  private static DataStream<SessionSummary> merge(DataStream<ClickEvent> events, Merging merging) {
    return events
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withGap(SummingUp.GAP))
        .aggregate(new SummarizeAnd(merging), new SessionAnalytics.Label());
  }

  /** Sums up as the reference does, and merges in its own way. */
  private static final class SummarizeAnd extends SessionAnalytics.Summarize {

    private final Merging merging;

    SummarizeAnd(Merging merging) {
      this.merging = merging;
    }

    @Override
    public SessionAnalytics.Facts merge(SessionAnalytics.Facts a, SessionAnalytics.Facts b) {
      return merging.of(a, b, super.merge(a, b));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the entry is that of the later one.",
      when = "merging two accumulators keeps the entry of one of them.",
      rule = "Neither comes first: the entry of a merged session is the earlier of the two.",
      hint = 3)
  public static final class MergeTakesOneEntry implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  a.first(), all.last(), all.events(), all.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the entry is that of the later one.",
      when = "merging two accumulators keeps the entry of one of them.",
      rule = "Neither comes first: the entry of a merged session is the earlier of the two.",
      hint = 3)
  public static final class MergeTakesOtherEntry implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  b.first(), all.last(), all.events(), all.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the exit is that of the earlier one.",
      when = "merging two accumulators keeps the exit of one of them.",
      rule = "Neither comes last: the exit of a merged session is the later of the two.",
      hint = 3)
  public static final class MergeTakesOneExit implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  all.first(), a.last(), all.events(), all.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the exit is that of the earlier one.",
      when = "merging two accumulators keeps the exit of one of them.",
      rule = "Neither comes last: the exit of a merged session is the later of the two.",
      hint = 3)
  public static final class MergeTakesOtherExit implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  all.first(), b.last(), all.events(), all.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, entry or exit lies in its middle.",
      when = "merging two accumulators takes the first for the earlier one.",
      rule = "Neither comes first: compare the times of both entries and of both exits.",
      hint = 3)
  public static final class MergeInOrder implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  a.first(), b.last(), all.events(), all.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, entry or exit lies in its middle.",
      when = "merging two accumulators takes the second for the earlier one.",
      rule = "Neither comes first: compare the times of both entries and of both exits.",
      hint = 3)
  public static final class MergeInReverse implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  b.first(), a.last(), all.events(), all.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, pages of one of them are missing.",
      when = "merging two accumulators keeps the pages of one of them.",
      rule = "Sessions merge: what was known of both must be in the result.",
      hint = 3)
  public static final class MergeTakesOnePages implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  all.first(), all.last(), all.events(), a.pages(), all.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the purchase of one was forgotten.",
      when = "merging two accumulators keeps the flag of one of them.",
      rule = "Sessions merge: what was known of both must be in the result.",
      hint = 3)
  public static final class MergeTakesOneFlag implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  all.first(), all.last(), all.events(), all.pages(), a.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the purchase of one was forgotten.",
      when = "merging two accumulators keeps the flag of one of them.",
      rule = "Sessions merge: what was known of both must be in the result.",
      hint = 3)
  public static final class MergeTakesOtherFlag implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  all.first(), all.last(), all.events(), all.pages(), b.bought()));
    }
  }

  @Misconception(
      headline = "Where two sessions became one, the purchase of one was forgotten.",
      when = "two flags are joined with and, not with or.",
      rule = "A session with a purchase has one in either of its halves.",
      hint = 3)
  public static final class MergeWantsBoth implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return merge(
          events,
          (a, b, all) ->
              new SessionAnalytics.Facts(
                  all.first(), all.last(), all.events(), all.pages(), a.bought() && b.bought()));
    }
  }

  @Misconception(
      headline = "Entry and exit are the first and the last page view.",
      when = "only page views are asked for the page on which a session begins and ends.",
      rule = "Whatever a user does first and last, the entry and the exit are its pages.")
  public static final class ViewsAtTheEnds implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            List<ClickEvent> ends(List<ClickEvent> arrived) {
              List<ClickEvent> viewed = views(sorted(arrived));
              return viewed.isEmpty() ? sorted(arrived) : viewed;
            }
          });
    }
  }

  @Misconception(
      headline = "Only the pages of page views were counted.",
      when = "only page views are asked for their pages.",
      rule = "Every event has a page, a purchase too: all of them are counted.")
  public static final class PagesOfViews implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            long pages(List<ClickEvent> all) {
              return super.pages(views(all));
            }
          });
    }
  }

  @Misconception(
      headline = "A duration was rounded up.",
      when = "half a second and more counts as a whole one.",
      rule = "Whole seconds are those that have passed: what is left over is cut off.")
  public static final class SecondsRounded implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            Duration duration(List<ClickEvent> all, Instant end) {
              return super.duration(all, end).plusMillis(500);
            }
          });
    }
  }

  @Misconception(
      headline = "A duration counts a second that had only begun.",
      when = "both times are cut to whole seconds, and then subtracted.",
      rule = "Subtract first, and cut then: what is left of either time may add up to a second.")
  public static final class SecondsCutFirst implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            Duration duration(List<ClickEvent> all, Instant end) {
              return Duration.ofSeconds(
                  all.get(all.size() - 1).eventTime().getEpochSecond()
                      - all.get(0).eventTime().getEpochSecond());
            }
          });
    }
  }

  @Misconception(
      headline = "The durations are milliseconds, not seconds.",
      when = "two timestamps are subtracted and the result is left as it is.",
      rule = "Flink's timestamps are milliseconds: a second has a thousand of them.")
  public static final class InMilliseconds implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            Duration duration(List<ClickEvent> all, Instant end) {
              return Duration.ofSeconds(super.duration(all, end).toMillis());
            }
          });
    }
  }

  @Misconception(
      headline = "The durations are minutes, not seconds.",
      when = "the time between first and last event is asked for its minutes.",
      rule = "Give the unit that the task names; a minute has lost what is left over.")
  public static final class InMinutes implements StreamJob<ClickEvent, SessionSummary> {
    @Override
    public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
      return sessions(
          events,
          new SummingUp() {
            @Override
            Duration duration(List<ClickEvent> all, Instant end) {
              return Duration.ofSeconds(super.duration(all, end).toMinutes());
            }
          });
    }
  }
}
