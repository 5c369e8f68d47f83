package kata.flink.triggers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.LastPages;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.windowing.evictors.CountEvictor;
import org.apache.flink.streaming.api.windowing.evictors.TimeEvictor;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IterableUtils;

/** What people get wrong when they keep the last few elements of a window. */
public final class LastNMisconceptions {

  private static final int KEPT = 3;

  private LastNMisconceptions() {}

  private static DataStream<LastPages> choosing(
      DataStream<ClickEvent> views, Trails.Choice choice) {
    return Steps.windows(views, ClickEvent::userId).process(new Trails.Trail(choice));
  }

  @Misconception(
      headline = "The pages that arrived last are listed, as they arrived.",
      when = "the stock evictor that counts is trusted to know event time.",
      rule = "An evictor sees elements in the order of arrival; which is last is yours to say.",
      hint = 2)
  public static final class LastArrived implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId)
          .evictor(CountEvictor.of(KEPT))
          .process(new Trails.Trail(left -> left));
    }
  }

  @Misconception(
      headline = "The order is right, but a page that arrived late pushed out a later one.",
      when = "the last to arrive are kept, and sorted by event time only then.",
      rule = "Choose by event time first: what has been evicted cannot be sorted back in.",
      hint = 3)
  public static final class SortedTooLate implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId)
          .evictor(CountEvictor.of(KEPT))
          .process(new Trails.Trail(Trails::byTime));
    }
  }

  @Misconception(
      headline = "More than three pages are listed.",
      when = "elements are evicted after the window function has seen them all.",
      rule =
          "What is evicted after the function is missing from the next firing, not from this one.",
      hint = 2)
  public static final class EvictsAfter implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId)
          .evictor(CountEvictor.of(KEPT, true))
          .process(new Trails.Trail(Trails::byTime));
    }
  }

  @Misconception(
      headline = "A row came out with every third view, and none at the end.",
      when = "a trigger that counts takes the place of an evictor that counts.",
      rule = "A trigger says when a window answers, an evictor what the answer is made of.")
  public static final class TriggerForEvictor implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId)
          .trigger(CountTrigger.of(KEPT))
          .process(new Trails.Trail(Trails::byTime));
    }
  }

  @Misconception(
      headline = "Pages within a time of the last one are listed, however many there are.",
      when = "the stock evictor that looks back in time is used.",
      rule = "It keeps what is near the latest element in time, and does not count.",
      hint = 2)
  public static final class LastMinutes implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::userId)
          .evictor(TimeEvictor.of(Duration.ofMinutes(KEPT)))
          .process(new Trails.Trail(Trails::byTime));
    }
  }

  @Misconception(
      headline = "The first pages are listed, not the last.",
      when = "elements are taken from the wrong end.",
      rule = "The last views are those with the latest event times.")
  public static final class FirstThree implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(views, all -> Trails.byTime(all).subList(0, Math.min(KEPT, all.size())));
    }
  }

  @Misconception(
      headline = "The newest page is listed first.",
      when = "the views are sorted the wrong way round.",
      rule = "A trail is read in the order in which it was walked: the oldest page first.")
  public static final class NewestFirst implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            List<ClickEvent> last = new ArrayList<>(Trails.last(Trails.byTime(all), KEPT));
            Collections.reverse(last);
            return last;
          });
    }
  }

  @Misconception(
      headline =
          "Of two views at the same time, the one that arrived first was taken for the later.",
      when = "the tie rule is the wrong way round.",
      rule = "Of equal times, the one that arrived later is the later one.")
  public static final class TieTheOtherWay implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            List<ClickEvent> backwards = new ArrayList<>(all);
            Collections.reverse(backwards);
            return Trails.last(Trails.byTime(backwards), KEPT);
          });
    }
  }

  @Misconception(
      headline = "Of two views at the same time, one is missing.",
      when = "views are stored by their event time, so that one overwrites the other.",
      rule = "Event time identifies nothing: several events may share it.")
  public static final class OneForEachTime implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            Map<Object, ClickEvent> byTime = new LinkedHashMap<>();
            all.forEach(view -> byTime.put(view.eventTime(), view));
            return Trails.last(Trails.byTime(List.copyOf(byTime.values())), KEPT);
          });
    }
  }

  @Misconception(
      headline = "A page that was viewed twice is listed once.",
      when = "pages are collected in a set.",
      rule = "The task asks for the last three views; two of them may be of one page.")
  public static final class DistinctPages implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            Map<String, ClickEvent> byPage = new LinkedHashMap<>();
            Trails.byTime(all).forEach(view -> byPage.put(view.page(), view));
            return Trails.last(Trails.byTime(List.copyOf(byPage.values())), KEPT);
          });
    }
  }

  @Misconception(
      headline = "Four pages are listed.",
      when = "the evictor stops one element too early.",
      rule = "Three views stay; everything older goes.")
  public static final class OneTooMany implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(views, all -> Trails.last(Trails.byTime(all), KEPT + 1));
    }
  }

  @Misconception(
      headline = "Two pages are listed.",
      when = "the evictor goes one element too far.",
      rule = "Three views stay; everything older goes.")
  public static final class OneTooFew implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(views, all -> Trails.last(Trails.byTime(all), KEPT - 1));
    }
  }

  @Misconception(
      headline = "A page that was viewed again at once is listed once.",
      when = "a view of the same page as the one before is taken for none.",
      rule = "The task asks for the last three views; two of them may be of one page.")
  public static final class SkipsRepeats implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            List<ClickEvent> walked = new ArrayList<>();
            for (ClickEvent view : Trails.byTime(all)) {
              if (walked.isEmpty() || !walked.get(walked.size() - 1).page().equals(view.page())) {
                walked.add(view);
              }
            }
            return Trails.last(walked, KEPT);
          });
    }
  }

  @Misconception(
      headline =
          "Of two views in the same second, the one that arrived later was taken for the later.",
      when = "times are compared by the second.",
      rule = "Event time has milliseconds; only equal times leave it to the order of arrival.")
  public static final class TimesInSeconds implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all ->
              Trails.last(
                  Trails.sorted(
                      all, Comparator.comparing(view -> view.eventTime().getEpochSecond())),
                  KEPT));
    }
  }

  @Misconception(
      headline = "The pages are in the order of their names.",
      when = "pages are sorted, and not views by their time.",
      rule = "The last is the latest in event time, whatever its name.")
  public static final class ByName implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> Trails.last(Trails.sorted(all, Comparator.comparing(ClickEvent::page)), KEPT));
    }
  }

  @Misconception(
      headline = "Of two views at the same time, the wrong one was taken for the later.",
      when = "equal times are put in the order of their identifiers.",
      rule = "An identifier says nothing of time, and e10 sorts before e9: arrival decides.")
  public static final class TieByIdentifier implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            Comparator<ClickEvent> order =
                Comparator.comparing(ClickEvent::eventTime).thenComparing(ClickEvent::eventId);
            return Trails.last(Trails.sorted(all, order), KEPT);
          });
    }
  }

  @Misconception(
      headline = "A user who took up another device has two rows.",
      when = "the key is the session of a browser.",
      rule = "A row is of one user: their views on all devices belong together.")
  public static final class KeyedBySession implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::sessionId)
          .process(new Trails.Trail(Trails::lastThree));
    }
  }

  @Misconception(
      headline = "A view as old as the oldest of three was left out, though it arrived later.",
      when = "three are kept, and a view takes a place only if it is later than the oldest.",
      rule = "Of equal times, the one that arrived later is the later one: it takes the place.",
      hint = 3)
  public static final class TieWithTheOldest implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            List<ClickEvent> kept = new ArrayList<>();
            for (ClickEvent view : all) {
              if (kept.size() < KEPT || view.eventTime().isAfter(kept.get(0).eventTime())) {
                kept.add(view);
                kept = new ArrayList<>(Trails.lastThree(kept));
              }
            }
            return kept;
          });
    }
  }

  @Misconception(
      headline =
          "After a failure, of two views at the same time the first was taken for the later.",
      when = "arrivals are numbered by a field, which begins again after a failure.",
      rule = "Only what is in Flink's state comes back after a failure; a field begins anew.",
      hint = 3)
  public static final class NumberInField implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views.map(new NumberForIdentifier()),
          all -> {
            Comparator<ClickEvent> order =
                Comparator.comparing(ClickEvent::eventTime)
                    .thenComparing(view -> Long.valueOf(view.eventId()));
            return Trails.last(Trails.sorted(all, order), KEPT);
          });
    }

    private static final class NumberForIdentifier implements MapFunction<ClickEvent, ClickEvent> {

      private long arrived;

      @Override
      public ClickEvent map(ClickEvent view) {
        arrived++;
        return new ClickEvent(
            Long.toString(arrived),
            view.userId(),
            view.sessionId(),
            view.eventType(),
            view.page(),
            view.eventTime(),
            view.country(),
            view.device());
      }
    }
  }

  @Misconception(
      headline = "Of two views at the same time, the page that sorts last was taken for the later.",
      when = "equal times are put in the order of their pages.",
      rule = "Of equal times, the one that arrived later is the later one.")
  public static final class TieByPage implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            Comparator<ClickEvent> order =
                Comparator.comparing(ClickEvent::eventTime).thenComparing(ClickEvent::page);
            return Trails.last(Trails.sorted(all, order), KEPT);
          });
    }
  }

  @Misconception(
      headline = "The three pages that sort last are listed, not the three that came last.",
      when = "the views to keep are chosen by page, and put in order of time only then.",
      rule = "The last is the latest in event time, whatever its name.")
  public static final class LargestNames implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all ->
              Trails.byTime(
                  Trails.last(Trails.sorted(all, Comparator.comparing(ClickEvent::page)), KEPT)));
    }
  }

  @Misconception(
      headline = "Views at the same time are listed in any order.",
      when = "the last three are kept in a heap, which is ordered by time alone.",
      rule = "A heap forgets which of two equals came first; of equal times, arrival decides.")
  public static final class HeapByTime implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(
          views,
          all -> {
            PriorityQueue<ClickEvent> heap =
                new PriorityQueue<>(Comparator.comparing(ClickEvent::eventTime));
            for (ClickEvent view : all) {
              heap.add(view);
              if (heap.size() > KEPT) {
                heap.remove();
              }
            }
            List<ClickEvent> last = new ArrayList<>();
            while (!heap.isEmpty()) {
              last.add(heap.remove());
            }
            return last;
          });
    }
  }

  @Misconception(
      headline = "A user with fewer than three views has no row.",
      when = "a row is written once three views are there.",
      rule = "The last three are at most three: one view is a row of one page.")
  public static final class OnlyFull implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(views, Trails::lastThree)
          .filter(row -> row.pages().split(" > ").length == KEPT);
    }
  }

  @Misconception(
      headline = "The pages are right, but not written as the task says.",
      when = "they are joined by something else than a blank, >, and a blank.",
      rule = "A row is compared as it is written: /home > /cart.")
  public static final class OtherSeparator implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return choosing(views, Trails::lastThree)
          .map(
              row ->
                  new LastPages(
                      row.windowStart(),
                      row.windowEnd(),
                      row.user(),
                      row.pages().replace(" > ", ", ")));
    }
  }

  @Misconception(
      headline = "Views of the next window pushed out pages of the one that was still open.",
      when = "three views are kept for each user, and not for each window.",
      rule = "Windows of a user can be open at once: each keeps three views of its own.")
  public static final class ThreeOfTheUser implements StreamJob<ClickEvent, LastPages> {
    @Override
    public DataStream<LastPages> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::userId).process(new ThreeInAll());
    }

    private static final class ThreeInAll
        extends KeyedProcessFunction<String, ClickEvent, LastPages> {

      private static final long SIZE = Steps.FIVE_MINUTES.toMillis();

      private transient ListState<ClickEvent> kept;

      @Override
      public void open(OpenContext context) {
        kept =
            getRuntimeContext().getListState(new ListStateDescriptor<>("kept", ClickEvent.class));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<LastPages> out)
          throws Exception {
        long last = context.timestamp() / SIZE * SIZE + SIZE - 1;
        if (last > context.timerService().currentWatermark()) {
          kept.add(view);
          kept.update(Trails.lastThree(IterableUtils.toStream(kept.get()).toList()));
          context.timerService().registerEventTimeTimer(last);
        }
      }

      @Override
      public void onTimer(long last, OnTimerContext context, Collector<LastPages> out)
          throws Exception {
        TimeWindow window = new TimeWindow(last + 1 - SIZE, last + 1);
        Map<Boolean, List<ClickEvent>> over =
            IterableUtils.toStream(kept.get())
                .collect(Collectors.partitioningBy(v -> v.eventTime().toEpochMilli() <= last));
        if (!over.get(true).isEmpty()) {
          out.collect(Trails.row(window, context.getCurrentKey(), over.get(true)));
        }
        kept.update(over.get(false));
      }
    }
  }
}
