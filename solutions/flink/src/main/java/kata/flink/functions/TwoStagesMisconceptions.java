package kata.flink.functions;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.PagePeak;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when one window stage follows another. */
public final class TwoStagesMisconceptions {

  private TwoStagesMisconceptions() {}

  @Misconception(
      headline = "No page has more than one view.",
      when = "single views are compared, before anything is counted.",
      rule = "Add up first, compare then: the maximum of single events is not the maximum of sums.")
  public static final class BestOfSingleViews implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(views.map(BestOfSingleViews::one), Peaks.QUARTER, Peaks.BETTER);
    }

    private static PageCount one(ClickEvent view) {
      long size = Summaries.FIVE_MINUTES.toMillis();
      Instant start = Instant.ofEpochMilli(view.eventTime().toEpochMilli() / size * size);
      return new PageCount(start, start.plus(Summaries.FIVE_MINUTES), view.page(), 1);
    }
  }

  @Misconception(
      headline = "The page with the most views in the quarter won, not the one with the peak.",
      when = "views are counted in the long windows.",
      rule = "The task has two lengths: count in the short ones, compare in the long ones.")
  public static final class CountsQuarters implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(Peaks.counts(views, Peaks.QUARTER), Peaks.QUARTER, Peaks.BETTER);
    }
  }

  @Misconception(
      headline = "Every page has a row of its own.",
      when = "the second stage is partitioned by page.",
      rule = "To compare pages, their counts must come together under one key.",
      hint = 2)
  public static final class OneForEachPage implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .keyBy(PageCount::page)
          .window(TumblingEventTimeWindows.of(Peaks.QUARTER))
          .process(new PerPage());
    }

    private static final class PerPage
        extends ProcessWindowFunction<PageCount, PagePeak, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<PageCount> counts, Collector<PagePeak> out) {
        PageCount best = null;
        for (PageCount count : counts) {
          best = best == null || Peaks.BETTER.compare(count, best) < 0 ? count : best;
        }
        out.collect(Peaks.peak(context.window().getStart(), best));
      }
    }
  }

  @Misconception(
      headline = "Every five minutes have a peak of their own.",
      when = "the second stage has windows as short as the first.",
      rule = "The second stage compares the counts of a whole quarter: three short windows.")
  public static final class ShortSecondStage implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(Peaks.counts(views), Summaries.FIVE_MINUTES, Peaks.BETTER);
    }
  }

  /** Keeps the best of all counts with one key until a timer ends its quarter. */
  private static class KeepBest extends KeyedProcessFunction<Long, PageCount, PagePeak> {

    private transient ValueState<PageCount> best;

    @Override
    public void open(OpenContext context) {
      best = getRuntimeContext().getState(new ValueStateDescriptor<>("best", PageCount.class));
    }

    /** Returns the start of the quarter in which a count is compared. */
    long quarterOf(PageCount count, long key) {
      return key;
    }

    @Override
    public void processElement(PageCount count, Context context, Collector<PagePeak> out)
        throws Exception {
      if (best.value() == null || Peaks.BETTER.compare(count, best.value()) < 0) {
        best.update(count);
      }
      long end = quarterOf(count, context.getCurrentKey()) + Peaks.QUARTER.toMillis();
      context.timerService().registerEventTimeTimer(end - 1);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<PagePeak> out)
        throws Exception {
      if (best.value() != null) {
        out.collect(Peaks.peak(time + 1 - Peaks.QUARTER.toMillis(), best.value()));
        best.clear();
      }
    }
  }

  @Misconception(
      headline = "The last five minutes of a quarter were compared with the next quarter.",
      when = "a count is filed under the end of its window.",
      rule = "The end is outside the window; results carry its last timestamp, end - 1 ms.",
      hint = 2)
  public static final class ByTheEnd implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .keyBy(count -> Peaks.quarter(count.windowEnd()))
          .process(new KeepBest());
    }
  }

  @Misconception(
      headline = "A quarter shows a peak of the next one, or has no row.",
      when = "one best count is kept for all quarters.",
      rule =
          "One watermark may bring counts of several quarters: each needs a best count of its own.",
      hint = 3)
  public static final class OneBestForAll implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .keyBy(count -> 0L)
          .process(
              new KeepBest() {
                @Override
                long quarterOf(PageCount count, long key) {
                  return Peaks.quarter(count.windowStart());
                }
              });
    }
  }

  @Misconception(
      headline = "A row is missing, or its peak was looked for in more than one quarter.",
      when = "the best counts of any three windows are taken for a quarter.",
      rule =
          "Five minutes without views have no count: ask for fifteen minutes, not for three rows.",
      hint = 3)
  public static final class ThreeMakeAQuarter implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .windowAll(TumblingEventTimeWindows.of(Summaries.FIVE_MINUTES))
          .reduce(new Peaks.First(Peaks.BETTER))
          .countWindowAll(3)
          .reduce(new Peaks.First(Peaks.BETTER))
          .map(best -> Peaks.peak(Peaks.quarter(best.windowStart()), best));
    }
  }

  @Misconception(
      headline = "A quarter has several rows: the best so far, each time a count arrives.",
      when = "the second stage has no window.",
      rule =
          "A running maximum answers for every input; a window answers once, when it is complete.",
      hint = 2)
  public static final class RunningPeak implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .keyBy(count -> Peaks.quarter(count.windowStart()))
          .reduce(new Peaks.First(Peaks.BETTER))
          .map(best -> Peaks.peak(Peaks.quarter(best.windowStart()), best));
    }
  }

  @Misconception(
      headline = "Every peak came out only because the input ended.",
      when = "counts are given new watermarks, by a strategy that emits them every 200 ms.",
      rule =
          "Assigning watermarks drops the earlier ones; the counts already have a time and"
              + " watermarks.",
      hint = 2)
  public static final class WatermarksAssignedAgain implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(
          Peaks.counts(views)
              .assignTimestampsAndWatermarks(
                  WatermarkStrategy.<PageCount>forMonotonousTimestamps()
                      .withTimestampAssigner((count, time) -> count.windowStart().toEpochMilli())),
          Peaks.QUARTER,
          Peaks.BETTER);
    }
  }

  @Misconception(
      headline = "The counts of a page in one quarter were added up.",
      when = "the second stage adds where it should compare.",
      rule = "First a sum, then a maximum: the second stage only chooses among the sums.")
  public static final class SumsThePeaks implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .windowAll(TumblingEventTimeWindows.of(Peaks.QUARTER))
          .process(new AddUp());
    }

    private static final class AddUp
        extends ProcessAllWindowFunction<PageCount, PagePeak, TimeWindow> {
      @Override
      public void process(Context context, Iterable<PageCount> counts, Collector<PagePeak> out) {
        Map<String, PageCount> sums = new TreeMap<>();
        for (PageCount count : counts) {
          sums.merge(
              count.page(),
              count,
              (a, b) ->
                  new PageCount(a.windowStart(), a.windowEnd(), a.page(), a.views() + b.views()));
        }
        out.collect(
            Peaks.peak(
                context.window().getStart(),
                sums.values().stream().min(Peaks.BETTER).orElseThrow()));
      }
    }
  }

  @Misconception(
      headline = "Of equal counts, the wrong one won.",
      when = "the count that arrives first keeps the place.",
      rule = "Arrival is no order to rely on; the task's rule is: earlier first, then by name.")
  public static final class TieByArrival implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(
          Peaks.counts(views), Peaks.QUARTER, (a, b) -> Long.compare(b.views(), a.views()));
    }
  }

  @Misconception(
      headline = "Of equal counts, the later five minutes won.",
      when = "the tie rule is the wrong way round in time.",
      rule = "Of equals the earlier five minutes win, and then the page that sorts first.")
  public static final class LaterWins implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(Peaks.counts(views), Peaks.QUARTER, Variant.ORDER);
    }

    private static final class Variant {
      private static final Peaks.Order ORDER =
          (a, b) -> {
            int byViews = Long.compare(b.views(), a.views());
            int byTime = b.windowStart().compareTo(a.windowStart());
            return byViews != 0 ? byViews : byTime != 0 ? byTime : a.page().compareTo(b.page());
          };

      private Variant() {}
    }
  }

  @Misconception(
      headline = "Of equal counts, the page that sorts first won, though another was earlier.",
      when = "names are compared before times.",
      rule = "Of equals the earlier five minutes win, and only then the page that sorts first.")
  public static final class NameBeforeTime implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(Peaks.counts(views), Peaks.QUARTER, Variant.ORDER);
    }

    private static final class Variant {
      private static final Peaks.Order ORDER =
          (a, b) -> {
            int byViews = Long.compare(b.views(), a.views());
            int byPage = a.page().compareTo(b.page());
            return byViews != 0
                ? byViews
                : byPage != 0 ? byPage : a.windowStart().compareTo(b.windowStart());
          };

      private Variant() {}
    }
  }

  @Misconception(
      headline = "The peak is said to start with its quarter.",
      when = "the start of the long window is shown, and that of the short one is lost.",
      rule = "The second stage must carry along what the row needs: the start of the short window.",
      hint = 2)
  public static final class QuarterForPeak implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return new TwoStages()
          .build(views)
          .map(
              row ->
                  new PagePeak(
                      row.windowStart(),
                      row.windowEnd(),
                      row.page(),
                      row.windowStart(),
                      row.views()));
    }
  }

  @Misconception(
      headline = "A view that was late for its five minutes changed the peak.",
      when = "the first stage allows lateness, and sends a second count for the same window.",
      rule = "What fires again is counted again by the next stage; here a late view is left out.",
      hint = 3)
  public static final class LateViewsCorrect implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(
          views
              .keyBy(ClickEvent::page)
              .window(TumblingEventTimeWindows.of(Summaries.FIVE_MINUTES))
              .allowedLateness(Peaks.QUARTER)
              .process(new Peaks.Count()),
          Peaks.QUARTER,
          Peaks.BETTER);
    }
  }

  @Misconception(
      headline = "A view that came too late has a count of its own.",
      when = "the first stage allows lateness, and forgets what it has sent.",
      rule = "Purging prevents double counts, not late ones; here a late view is left out.",
      hint = 3)
  public static final class LateViewsAlone implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(
          views
              .keyBy(ClickEvent::page)
              .window(TumblingEventTimeWindows.of(Summaries.FIVE_MINUTES))
              .allowedLateness(Peaks.QUARTER)
              .trigger(PurgingTrigger.of(EventTimeTrigger.create()))
              .process(new Peaks.Count()),
          Peaks.QUARTER,
          Peaks.BETTER);
    }
  }

  @Misconception(
      headline = "A view of the last millisecond of five minutes was left out or counted apart.",
      when = "five minutes are over a millisecond before their end.",
      rule = "A window [start, end) is complete when the watermark reaches end - 1 ms, not sooner.",
      hint = 2)
  public static final class FiveMinutesTooShort implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(
          views
              .keyBy(ClickEvent::page)
              .window(TumblingEventTimeWindows.of(Summaries.FIVE_MINUTES))
              .trigger(new TooSoon())
              .process(new Peaks.Count()),
          Peaks.QUARTER,
          Peaks.BETTER);
    }

    private static final class TooSoon extends Trigger<ClickEvent, TimeWindow> {
      private static final long serialVersionUID = 1L;

      @Override
      public TriggerResult onElement(
          ClickEvent view, long time, TimeWindow window, TriggerContext context) {
        context.registerEventTimeTimer(window.maxTimestamp() - 1);
        return TriggerResult.CONTINUE;
      }

      @Override
      public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
        return time == window.maxTimestamp()
            ? TriggerResult.CONTINUE
            : TriggerResult.FIRE_AND_PURGE;
      }

      @Override
      public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
        return TriggerResult.CONTINUE;
      }

      @Override
      public void clear(TimeWindow window, TriggerContext context) {
        context.deleteEventTimeTimer(window.maxTimestamp() - 1);
      }
    }
  }

  @Misconception(
      headline = "Of equal counts, the page with the shorter name won.",
      when = "names are compared by their length.",
      rule = "Names sort letter by letter: /checkout comes before /search.")
  public static final class ShorterNameWins implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.best(Peaks.counts(views), Peaks.QUARTER, Variant.ORDER);
    }

    private static final class Variant {
      private static final Peaks.Order ORDER =
          (a, b) -> {
            int byViews = Long.compare(b.views(), a.views());
            int byTime = a.windowStart().compareTo(b.windowStart());
            return byViews != 0
                ? byViews
                : byTime != 0 ? byTime : a.page().length() - b.page().length();
          };

      private Variant() {}
    }
  }

  /** Looks for the best count of a quarter; the numbers that it compares are objects. */
  private abstract static class CompareCounts
      extends ProcessAllWindowFunction<PageCount, PagePeak, TimeWindow> {

    abstract boolean beats(Long views, Long most, boolean sortsFirst);

    @Override
    public void process(Context context, Iterable<PageCount> counts, Collector<PagePeak> out) {
      PageCount best = null;
      for (PageCount count : counts) {
        if (best == null || beats(count.views(), best.views(), sortsFirst(count, best))) {
          best = count;
        }
      }
      out.collect(Peaks.peak(context.window().getStart(), best));
    }

    private static boolean sortsFirst(PageCount count, PageCount best) {
      int byTime = count.windowStart().compareTo(best.windowStart());
      return byTime < 0 || byTime == 0 && count.page().compareTo(best.page()) < 0;
    }
  }

  @Misconception(
      headline = "Of equal counts, the wrong one won once they were large.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.")
  public static final class ComparesObjects implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .windowAll(TumblingEventTimeWindows.of(Peaks.QUARTER))
          .process(
              new CompareCounts() {
                @Override
                boolean beats(Long views, Long most, boolean sortsFirst) {
                  return views > most || views == most && sortsFirst;
                }
              });
    }
  }

  @Misconception(
      headline = "Of equal counts, the wrong one won once they were large.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.")
  public static final class ObjectsDiffer implements StreamJob<ClickEvent, PagePeak> {
    @Override
    public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
      return Peaks.counts(views)
          .windowAll(TumblingEventTimeWindows.of(Peaks.QUARTER))
          .process(
              new CompareCounts() {
                @Override
                boolean beats(Long views, Long most, boolean sortsFirst) {
                  return views != most ? views >= most : sortsFirst;
                }
              });
    }
  }
}
