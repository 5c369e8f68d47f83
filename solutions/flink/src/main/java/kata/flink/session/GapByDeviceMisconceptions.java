package kata.flink.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.VisitCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.ProcessingTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when the gap depends on the event. */
public final class GapByDeviceMisconceptions {

  private GapByDeviceMisconceptions() {}

  @Misconception(
      headline = "Nothing came out: your visits do not look at event time.",
      when = "the gap is measured by the clock of the machine (processing time).",
      rule = "Processing time asks when the machine saw an event; only event time can be replayed.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          ProcessingTimeSessionWindows.withDynamicGap(
              (ClickEvent event) -> Visits.gapAfter(event).toMillis()));
    }
  }

  @Misconception(
      headline = "A visit on a phone was kept open for 30 minutes.",
      when = "every event has the gap of the desktop.",
      rule = "The gap is asked of each event; a fixed one cannot know the device.")
  public static final class AlwaysLong implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(events, EventTimeSessionWindows.withGap(Visits.ELSEWHERE));
    }
  }

  @Misconception(
      headline = "A visit on a desktop was cut after 10 minutes.",
      when = "every event has the gap of the phone.",
      rule = "The gap is asked of each event; a fixed one cannot know the device.")
  public static final class AlwaysShort implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(events, EventTimeSessionWindows.withGap(Visits.PHONE));
    }
  }

  @Misconception(
      headline = "Phones have the long gap, and all others the short one.",
      when = "the two gaps are swapped.",
      rule = "A phone keeps a visit open for 10 minutes, any other device for 30.")
  public static final class Swapped implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          event -> (event.device().equals("mobile") ? Visits.ELSEWHERE : Visits.PHONE).toMillis());
    }
  }

  @Misconception(
      headline = "A tablet was taken for a phone.",
      when = "only the desktop has the long gap.",
      rule = "There are more than two devices: a phone is one case, everything else the other.")
  public static final class TabletIsPhone implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          event -> (event.device().equals("desktop") ? Visits.ELSEWHERE : Visits.PHONE).toMillis());
    }
  }

  @Misconception(
      headline = "Every event is a visit of its own.",
      when = "the gap is given in seconds where milliseconds are due.",
      rule = "The function that names the gap of an event returns milliseconds.",
      hint = 3)
  public static final class SecondsForMillis implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(events, event -> Visits.gapAfter(event).toSeconds());
    }
  }

  @Misconception(
      headline = "Visits end as if each user had kept the device of the first event.",
      when = "the gap of a user is that of the first event, whatever device comes later.",
      rule = "The gap is asked of each event: a user may change the device at any time.")
  public static final class DeviceOfFirstEvent implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      Map<String, Duration> gaps = new HashMap<>();
      return Visits.visits(
          events,
          event -> gaps.computeIfAbsent(event.userId(), user -> Visits.gapAfter(event)).toMillis());
    }
  }

  @Misconception(
      headline = "A visit was cut where the user took up another device.",
      when = "phone and desktop are split into two streams, or into two keys.",
      rule = "A visit belongs to a user, and goes on from one device to the next.",
      hint = 2)
  public static final class DeviceInKey implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(event -> event.userId() + event.device())
          .window(Visits.byDevice())
          .process(new Visits.CountAll());
    }
  }

  @Misconception(
      headline = "All users share one visit, under the name of one of them.",
      when = "the key is the same for all users.",
      rule = "A visit belongs to a user: the stream must be partitioned by user.")
  public static final class NoKey implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(event -> "everybody")
          .window(Visits.byDevice())
          .process(new Visits.CountAll());
    }
  }

  @Misconception(
      headline = "A look at the phone cut the long gap of an event before it short.",
      when = "the newest event alone decides when the visit ends.",
      rule = "A visit lasts as long as any of its events keeps it open: the latest end counts.",
      hint = 2)
  public static final class NewestEventDecides implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                @Override
                Instant end(VisitCount before, VisitCount added) {
                  return added.windowEnd();
                }
              });
    }
  }

  @Misconception(
      headline = "The gap of the event after a silence was held against it, not of the one before.",
      when = "the later event says how long the silence before it may be.",
      rule =
          "An event keeps the visit open for what follows it; it says nothing of what came before.",
      hint = 2)
  public static final class LaterEventDecides implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(Visits.ELSEWHERE))
          .process(new CutBeforeEvents());
    }

    private static final class CutBeforeEvents
        extends ProcessWindowFunction<ClickEvent, VisitCount, String, TimeWindow> {
      @Override
      public void process(
          String user, Context context, Iterable<ClickEvent> all, Collector<VisitCount> out) {
        VisitCount visit = null;
        Instant last = Instant.MIN;
        for (ClickEvent event : sorted(all)) {
          Instant time = event.eventTime();
          Instant end = time.plus(Visits.gapAfter(event));
          if (visit != null && !last.plus(Visits.gapAfter(event)).isBefore(time)) {
            visit = new VisitCount(visit.windowStart(), end, user, visit.events() + 1);
          } else {
            if (visit != null) {
              out.collect(visit);
            }
            visit = new VisitCount(time, end, user, 1);
          }
          last = time;
        }
        out.collect(visit);
      }

      private static List<ClickEvent> sorted(Iterable<ClickEvent> all) {
        return StreamSupport.stream(all.spliterator(), false)
            .sorted(Comparator.comparing(ClickEvent::eventTime))
            .toList();
      }
    }
  }

  @Misconception(
      headline = "A silence of exactly the gap ended a visit.",
      when = "the next event must come before the gap has passed, not when it has.",
      rule = "Each event opens [t, t + gap), and intervals that touch are one visit.",
      hint = 2)
  public static final class EndsAtExactGap implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                @Override
                boolean touch(VisitCount a, VisitCount b) {
                  return a.windowStart().isBefore(b.windowEnd())
                      && b.windowStart().isBefore(a.windowEnd());
                }
              });
    }
  }

  @Misconception(
      headline = "An event was not joined to the visit that begins exactly where its gap ends.",
      when = "an event that comes after a later one must reach into its visit, not only touch it.",
      rule = "Intervals that touch are one visit, whichever of the two arrived first.",
      hint = 2)
  public static final class LateEventMustOverlap implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                @Override
                boolean touch(VisitCount added, VisitCount there) {
                  return !added.windowStart().isAfter(there.windowEnd())
                      && there.windowStart().isBefore(added.windowEnd());
                }
              });
    }
  }

  @Misconception(
      headline = "A gap reached over several later visits, and only the first of them was joined.",
      when = "an event is joined at most to the visit before it and to the one after it.",
      rule = "An event and all visits that it touches are one: half an hour may span several.")
  public static final class JoinsOnlyNeighbours implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                @Override
                List<VisitCount> touched(VisitCount added, List<VisitCount> visits) {
                  TreeMap<Instant, VisitCount> byStart = new TreeMap<>();
                  visits.forEach(visit -> byStart.put(visit.windowStart(), visit));
                  Instant time = added.windowStart();
                  return Stream.of(byStart.floorEntry(time), byStart.higherEntry(time))
                      .filter(neighbour -> neighbour != null && touch(added, neighbour.getValue()))
                      .map(Map.Entry::getValue)
                      .toList();
                }
              });
    }
  }

  @Misconception(
      headline = "A visit came out before the watermark had reached its end.",
      when = "a user has one open visit, and the first event of another pushes it out.",
      rule = "Events come out of order: several visits of a user may be open at the same time.")
  public static final class OneOpenVisit implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                @Override
                void leave(List<VisitCount> others, Collector<VisitCount> out) {
                  others.forEach(out::collect);
                  others.clear();
                }
              });
    }
  }

  @Misconception(
      headline = "A late event is missing, although its visit was not over.",
      when = "an event counts as late as soon as it is older than the watermark.",
      rule = "Lateness is judged by the end of the visit, which depends on the gap.",
      hint = 2)
  public static final class DropsBehindWatermark implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events.process(new DropLate()), event -> Visits.gapAfter(event).toMillis());
    }

    private static final class DropLate extends ProcessFunction<ClickEvent, ClickEvent> {
      @Override
      public void processElement(ClickEvent event, Context context, Collector<ClickEvent> out) {
        if (context.timestamp() > context.timerService().currentWatermark()) {
          out.collect(event);
        }
      }
    }
  }

  @Misconception(
      headline = "A late event is missing, although it touched a visit that was not over.",
      when = "lateness is judged for the event alone, before it is put together with others.",
      rule = "An event and the visits that it touches are one first; then Flink judges lateness.",
      hint = 2)
  public static final class JudgedAlone implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                @Override
                boolean isTooLate(Instant own, Instant end, long watermark) {
                  return own.toEpochMilli() - 1 <= watermark;
                }
              });
    }
  }

  @Misconception(
      headline = "A visit that had come out already came out once more.",
      when = "lateness is allowed, and a late event fires its visit again.",
      rule = "With allowed lateness a visit stays open for corrections; this task wants one row.")
  public static final class LatenessAllowed implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(Visits.byDevice())
          .allowedLateness(Visits.ELSEWHERE)
          .process(new Visits.CountAll());
    }
  }

  @Misconception(
      headline = "The open visits were lost when the job failed.",
      when = "they are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class VisitsInField implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .process(
              new VisitByHand() {
                private final Map<String, List<VisitCount>> open = new HashMap<>();

                @Override
                Iterable<VisitCount> remembered(String user) {
                  return open.getOrDefault(user, List.of());
                }

                @Override
                void remember(String user, List<VisitCount> visits) {
                  open.put(user, visits);
                }
              });
    }
  }

  @Misconception(
      headline = "Each visit ended a millisecond too late.",
      when = "a millisecond is added to the gap, so that a silence of exactly the gap fits in.",
      rule = "Flink joins windows that touch: a silence of exactly the gap ends nothing.",
      hint = 2)
  public static final class MillisecondMore implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(events, event -> Visits.gapAfter(event).plusMillis(1).toMillis());
    }
  }

  @Misconception(
      headline = "A visit was cut where the user took up another device.",
      when = "the key is the session of a browser, not the user.",
      rule = "A visit belongs to a user, and goes on from one device to the next.",
      sameAs = "DeviceInKey")
  public static final class KeyedBySession implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::sessionId)
          .window(Visits.byDevice())
          .process(new Visits.CountAll());
    }
  }

  @Misconception(
      headline = "A visit starts with the event that arrived first.",
      when = "the first event of the list is taken for the earliest.",
      rule = "Events stand in the order of arrival; the window knows its start.")
  public static final class StartsAsArrived implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          new Visits.CountAll() {
            @Override
            Instant start(TimeWindow window, List<ClickEvent> all) {
              return all.get(0).eventTime();
            }
          });
    }
  }

  private static ClickEvent last(List<ClickEvent> events) {
    return Collections.max(events, Comparator.comparing(ClickEvent::eventTime));
  }

  @Misconception(
      headline = "A visit is said to end with its last event.",
      when = "the greatest event time is taken for the end.",
      rule = "An event keeps its visit open for a gap more, and windowEnd says until when.")
  public static final class EndsWithLastEvent implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          new Visits.CountAll() {
            @Override
            Instant end(TimeWindow window, List<ClickEvent> all) {
              return last(all).eventTime();
            }
          });
    }
  }

  @Misconception(
      headline =
          "A visit is said to end ten minutes after a look at the phone, though it was open.",
      when = "the end is the last event's time and its own gap.",
      rule = "An event before the last may keep the visit open for longer than the last does.")
  public static final class LastGapEnds implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          new Visits.CountAll() {
            @Override
            Instant end(TimeWindow window, List<ClickEvent> all) {
              return last(all).eventTime().plus(Visits.gapAfter(last(all)));
            }
          });
    }
  }

  @Misconception(
      headline = "Only page views were counted.",
      when = "events of other types are left out of the number.",
      rule = "All that a visitor does is an event of the visit: a purchase as well.")
  public static final class CountsPageViews implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          new Visits.CountAll() {
            @Override
            long number(List<ClickEvent> all) {
              return all.stream().filter(it -> it.eventType() == EventType.PAGE_VIEW).count();
            }
          });
    }
  }

  @Misconception(
      headline = "Two events at the same time were counted as one.",
      when = "the different times of events are counted.",
      rule = "Event time identifies nothing: several events may share it.")
  public static final class CountsMoments implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          new Visits.CountAll() {
            @Override
            long number(List<ClickEvent> all) {
              return all.stream().map(ClickEvent::eventTime).distinct().count();
            }
          });
    }
  }

  @Misconception(
      headline = "Pages were counted, not events.",
      when = "the different pages of a visit are counted.",
      rule = "An event counts, even if it is the second on its page.")
  public static final class CountsPages implements StreamJob<ClickEvent, VisitCount> {
    @Override
    public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
      return Visits.visits(
          events,
          new Visits.CountAll() {
            @Override
            long number(List<ClickEvent> all) {
              return all.stream().map(ClickEvent::page).distinct().count();
            }
          });
    }
  }
}
