package kata.flink.sliding;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they look for the best of sliding windows. */
public final class TrendingPagesMisconceptions {

  private TrendingPagesMisconceptions() {}

  private static DataStream<PageCount> best(DataStream<PageCount> counts) {
    return counts.windowAll(TumblingEventTimeWindows.of(Trending.SLIDE)).reduce(Trending::busier);
  }

  @Misconception(
      headline = "Nothing came out: your windows do not look at event time.",
      when = "the windows follow the clock of the machine (processing time).",
      rule = "Processing time asks when the machine saw an event; only event time can be replayed.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(
          Trending.counts(views, SlidingProcessingTimeWindows.of(Trending.SIZE, Trending.SLIDE)));
    }
  }

  @Misconception(
      headline = "There is one row for ten minutes, where a new window starts every two.",
      when = "the windows follow one another (tumbling) and do not overlap.",
      rule = "A sliding window has a size and a slide; each event lies in size / slide of them.")
  public static final class Tumbling implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(Trending.SIZE))
          .process(new Trending.ChooseOfAll());
    }
  }

  @Misconception(
      headline = "The windows are two minutes long, and most views are in none of them.",
      when = "size and slide are swapped.",
      rule = "If the slide is longer than the size, windows leave gaps; what falls there is lost.")
  public static final class SizeAndSlideSwapped implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(
          Trending.counts(views, SlidingEventTimeWindows.of(Trending.SLIDE, Trending.SIZE)));
    }
  }

  @Misconception(
      headline = "The windows are seconds long, not minutes.",
      when = "the unit of size and slide is wrong.",
      rule = "Size and slide are Durations: read their unit once more.")
  public static final class SecondsForMinutes implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(SlidingEventTimeWindows.of(Duration.ofSeconds(10), Duration.ofSeconds(2)))
          .process(new Trending.ChooseOfAll());
    }
  }

  @Misconception(
      headline = "A new window starts every minute, not every two.",
      when = "the slide is too short.",
      rule = "The slide is the time between two answers; the size is how far each looks back.")
  public static final class SlideTooShort implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(SlidingEventTimeWindows.of(Trending.SIZE, Duration.ofMinutes(1)))
          .process(new Trending.ChooseOfAll());
    }
  }

  @Misconception(
      headline = "Your windows start at odd minutes.",
      when = "the windows are shifted by an offset.",
      rule = "Windows start at multiples of their slide, counted from 1970-01-01T00:00Z.")
  public static final class WrongOffset implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(
              SlidingEventTimeWindows.of(Trending.SIZE, Trending.SLIDE, Duration.ofMinutes(1)))
          .process(new Trending.ChooseOfAll());
    }
  }

  @Misconception(
      headline = "Each view was counted for two minutes only, under a label of ten.",
      when = "views are counted in steps of the slide, and the steps are not put together.",
      rule = "The slide says how often to answer; each answer looks back over the whole size.")
  public static final class CountsTheSlideOnly implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(Trending.SLIDE))
          .process(new Trending.ChooseOfAll())
          .map(
              best ->
                  new PageCount(
                      best.windowEnd().minus(Trending.SIZE),
                      best.windowEnd(),
                      best.page(),
                      best.views()));
    }
  }

  @Misconception(
      headline = "Counts of neighbouring windows were compared, and winners came out many times.",
      when = "the second step slides as well.",
      rule = "A count carries the last moment of its window: sliding again mixes five windows.",
      hint = 2)
  public static final class SlidesTwice implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views).windowAll(Trending.tenEveryTwo()).reduce(Trending::busier);
    }
  }

  @Misconception(
      headline = "Only one of five windows has a winner.",
      when = "the second step tumbles by the size of the first.",
      rule =
          "A window ends every two minutes: the step that compares must not be longer than that.",
      hint = 2)
  public static final class ComparesForTenMinutes implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views)
          .windowAll(TumblingEventTimeWindows.of(Trending.SIZE))
          .reduce(Trending::busier);
    }
  }

  @Misconception(
      headline = "Every page has a row, not only the winner.",
      when = "the counts are never compared with each other.",
      rule = "Counting is one step, choosing among the counts of a window is another.",
      hint = 2)
  public static final class NoSecondStep implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views);
    }
  }

  @Misconception(
      headline = "A window came out several times, with the best page so far.",
      when = "the best of a window is a running one, without a window of its own.",
      rule = "Without a window, each count updates the answer; a window answers once.",
      hint = 2)
  public static final class RunningBest implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views).keyBy(PageCount::windowEnd).reduce(Trending::busier);
    }
  }

  @Misconception(
      headline = "The number of views is right, but it stands beside the wrong page.",
      when = "the maximum of one field is taken, not the row that holds it.",
      rule = "max of a field leaves the other fields as they were in the first element.",
      hint = 3)
  public static final class MaxOfOneField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views)
          .map(it -> Tuple4.of(it.windowStart(), it.windowEnd(), it.page(), it.views()))
          .returns(Types.TUPLE(Types.INSTANT, Types.INSTANT, Types.STRING, Types.LONG))
          .windowAll(TumblingEventTimeWindows.of(Trending.SLIDE))
          .max(3)
          .map(it -> new PageCount(it.f0, it.f1, it.f2, it.f3));
    }
  }

  @Misconception(
      headline = "Of equals, the page that sorts last won.",
      when = "ties are decided in reverse order.",
      rule = "Of equals, the page that sorts first wins.",
      hint = 3)
  public static final class LastOfEquals implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(Trending.tenEveryTwo())
          .process(
              new Trending.ChooseOfAll() {
                @Override
                PageCount choose(PageCount a, PageCount b) {
                  return a.views() > b.views() ? a : b;
                }
              });
    }
  }

  @Misconception(
      headline = "Of equals, the page that was seen last won.",
      when = "the pages are compared in the order in which they were first viewed.",
      rule = "Arrival is no order to rely on: of equals, the page that sorts first wins.",
      hint = 3)
  public static final class SeenLastWins implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.windowAll(Trending.tenEveryTwo()).process(new AsSeen());
    }

    private static final class AsSeen extends Trending.ChooseOfAll {
      @Override
      Map<String, Long> noCounts() {
        return new LinkedHashMap<>();
      }

      @Override
      PageCount choose(PageCount a, PageCount b) {
        return a.views() > b.views() ? a : b;
      }
    }
  }

  @Misconception(
      headline = "Of equals, the page with the shorter name won.",
      when = "names are compared by their length.",
      rule = "Names sort letter by letter: /checkout comes before /home.",
      hint = 3)
  public static final class ShorterNameWins implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.windowAll(Trending.tenEveryTwo()).process(new ByLength());
    }

    private static final class ByLength extends Trending.ChooseOfAll {
      @Override
      PageCount choose(PageCount a, PageCount b) {
        boolean shorter = a.page().length() <= b.page().length();
        return a.views() > b.views() || a.views() == b.views() && shorter ? a : b;
      }
    }
  }

  @Misconception(
      headline = "The least viewed page won.",
      when = "counts are compared the wrong way round.",
      rule = "The trending page is the one with the most views.",
      hint = 3)
  public static final class FewestViews implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(Trending.tenEveryTwo())
          .process(
              new Trending.ChooseOfAll() {
                @Override
                PageCount choose(PageCount a, PageCount b) {
                  return b.views() < a.views() ? b : a;
                }
              });
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are counted without a key.",
      rule = "A count for each page needs a stream that is partitioned by page.")
  public static final class NoKey implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(Trending.tenEveryTwo())
          .process(
              new ProcessAllWindowFunction<ClickEvent, PageCount, TimeWindow>() {
                @Override
                public void process(
                    Context context, Iterable<ClickEvent> all, Collector<PageCount> out) {
                  String page = all.iterator().next().page();
                  long count = all.spliterator().getExactSizeIfKnown();
                  out.collect(Trending.count(context.window(), page, count));
                }
              });
    }
  }

  @Misconception(
      headline = "Each count is a fifth of what it should be.",
      when = "counts are divided by the number of windows in which a view lies.",
      rule = "A view counts in full in each of its windows; only sums over windows count it twice.")
  public static final class DividedByOverlap implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(Trending.counts(views))
          .map(
              it ->
                  new PageCount(
                      it.windowStart(),
                      it.windowEnd(),
                      it.page(),
                      it.views() * Trending.SLIDE.toMillis() / Trending.SIZE.toMillis()));
    }
  }

  @Misconception(
      headline = "Counts grow from window to window, as if views never got older.",
      when = "the counts of earlier windows are added up.",
      rule = "Overlapping windows hold the same views: their counts must never be added.")
  public static final class AddsWindowsUp implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(
          Trending.counts(views)
              .keyBy(PageCount::page)
              .reduce(
                  (a, b) ->
                      new PageCount(
                          b.windowStart(), b.windowEnd(), b.page(), a.views() + b.views())));
    }
  }

  @Misconception(
      headline = "Windows that had come out already came out once more.",
      when = "lateness is allowed, and a late view fires its closed windows again.",
      rule =
          "With allowed lateness each late event repeats its rows; this task wants one row only.")
  public static final class LatenessAllowed implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(Trending.tenEveryTwo())
          .allowedLateness(Trending.SIZE)
          .process(new Trending.ChooseOfAll());
    }
  }

  @Misconception(
      headline = "A late view is missing from windows that were still open.",
      when = "an event counts as late as soon as it is older than the watermark.",
      rule = "Lateness is judged for each window: an event may miss one and count in the next.")
  public static final class DropsBehindWatermark implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(Trending.counts(views.process(new DropLate())));
    }

    private static final class DropLate extends ProcessFunction<ClickEvent, ClickEvent> {
      @Override
      public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out) {
        if (context.timestamp() > context.timerService().currentWatermark()) {
          out.collect(view);
        }
      }
    }
  }

  @Misconception(
      headline = "A late view is missing from windows that were still open.",
      when = "an event is dropped as soon as the first of its windows is closed.",
      rule = "Lateness is judged for each window: an event may miss one and count in the next.")
  public static final class DropsAtFirstClosedWindow implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(Trending.counts(views.process(new DropLate())));
    }

    private static final class DropLate extends ProcessFunction<ClickEvent, ClickEvent> {
      @Override
      public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out) {
        long slide = Trending.SLIDE.toMillis();
        long firstEnd = (context.timestamp() / slide + 1) * slide;
        if (firstEnd - 1 > context.timerService().currentWatermark()) {
          out.collect(view);
        }
      }
    }
  }

  @Misconception(
      headline = "The rows end one millisecond before their window does.",
      when = "the last timestamp of a window is taken for its end.",
      rule = "A window is [start, end): its last timestamp is end - 1 ms, its end is outside.")
  public static final class LabelMaxTimestamp implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(Trending.counts(views))
          .map(
              it ->
                  new PageCount(
                      it.windowStart(), it.windowEnd().minusMillis(1), it.page(), it.views()));
    }
  }

  @Misconception(
      headline = "A view on the end of a window was counted inside.",
      when = "the end of a window is taken as inclusive, and its start as exclusive.",
      rule =
          "A window is [start, end): an event at 12:10:00 is the first of the one that starts"
              + " then.")
  public static final class InclusiveEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(
          views
              .keyBy(ClickEvent::page)
              .process(
                  new SlidingByHand() {
                    @Override
                    long firstEnd(long time) {
                      return super.firstEnd(time - 1);
                    }
                  }));
    }
  }

  @Misconception(
      headline = "A late view made second rows for windows that had come out already.",
      when = "late events are counted by windows made by hand.",
      rule =
          "An event is late when its window has fired; state and timers do not see that"
              + " themselves.")
  public static final class LateViewsCounted implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new SlidingByHand() {
                @Override
                boolean isTooLate(long end, long watermark) {
                  return false;
                }
              })
          .keyBy(PageCount::windowEnd)
          .process(new TrendingPagesAlternatives.Best());
    }
  }

  @Misconception(
      headline = "What the open windows had counted was lost when the job failed.",
      when = "the counts are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class CountsInField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(new CountByEnd())
          .keyBy(PageCount::windowEnd)
          .process(new TrendingPagesAlternatives.Best());
    }

    private static final class CountByEnd
        extends KeyedProcessFunction<String, ClickEvent, PageCount> {

      private final Map<Tuple2<String, Long>, Long> counts = new HashMap<>();

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out) {
        long slide = Trending.SLIDE.toMillis();
        long first = Math.floorDiv(context.timestamp(), slide) * slide + slide;
        for (long end = first; end < first + Trending.SIZE.toMillis(); end += slide) {
          if (end - 1 > context.timerService().currentWatermark()) {
            counts.merge(Tuple2.of(view.page(), end), 1L, Long::sum);
            context.timerService().registerEventTimeTimer(end - 1);
          }
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageCount> out) {
        String page = context.getCurrentKey();
        Long views = counts.remove(Tuple2.of(page, time + 1));
        if (views != null) {
          Instant end = Instant.ofEpochMilli(time + 1);
          out.collect(new PageCount(end.minus(Trending.SIZE), end, page, views));
        }
      }
    }
  }

  /** Compares counts as objects, in no particular order of the pages. */
  private abstract static class ChooseByObjects extends Trending.ChooseOfAll {

    abstract boolean beats(Long views, Long most, boolean sortsFirst);

    @Override
    Map<String, Long> noCounts() {
      return new HashMap<>();
    }

    @Override
    PageCount choose(PageCount best, PageCount next) {
      boolean sortsFirst = next.page().compareTo(best.page()) < 0;
      return beats(next.views(), best.views(), sortsFirst) ? next : best;
    }
  }

  /** Takes different objects for different counts. */
  private static class ByDifference extends ChooseByObjects {
    @Override
    boolean beats(Long views, Long most, boolean sortsFirst) {
      return views != most ? views >= most : sortsFirst;
    }
  }

  @Misconception(
      headline = "Of equals, the wrong page won once they had many views.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.",
      hint = 3)
  public static final class ComparesObjects implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(Trending.tenEveryTwo())
          .process(
              new ChooseByObjects() {
                @Override
                boolean beats(Long views, Long most, boolean sortsFirst) {
                  return views > most || views == most && sortsFirst;
                }
              });
    }
  }

  @Misconception(
      headline = "Of equals, the wrong page won once they had many views.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.",
      hint = 3)
  public static final class ObjectsDiffer implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.windowAll(Trending.tenEveryTwo()).process(new ByDifference());
    }
  }

  @Misconception(
      headline = "The winners are right, but they come out one watermark too late.",
      when = "a timer waits for the end of the window itself.",
      rule = "All counts of a window are there when the watermark reaches its end - 1 ms.",
      hint = 3)
  public static final class TimerAtEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Trending.counts(views)
          .keyBy(PageCount::windowEnd)
          .process(
              new TrendingPagesAlternatives.Best() {
                @Override
                long timerOf(Instant end) {
                  return end.toEpochMilli();
                }
              });
    }
  }

  @Misconception(
      headline = "Of equals, the wrong page won once they had many views.",
      when = "two Longs are compared by == or !=, page by page in order.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.",
      hint = 3)
  public static final class ObjectsInOrder implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(Trending.tenEveryTwo())
          .process(
              new ByDifference() {
                @Override
                Map<String, Long> noCounts() {
                  return new TreeMap<>();
                }
              });
    }
  }

  @Misconception(
      headline = "The winner is the page with the most visitors, not the most views.",
      when = "each user counts once for a page.",
      rule = "A page that the same user views twice has two views.")
  public static final class MostVisitors implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return best(
          views.keyBy(ClickEvent::page).window(Trending.tenEveryTwo()).process(new CountUsers()));
    }

    private static final class CountUsers
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Set<String> users = new HashSet<>();
        views.forEach(view -> users.add(view.userId()));
        out.collect(Trending.count(context.window(), page, users.size()));
      }
    }
  }
}
