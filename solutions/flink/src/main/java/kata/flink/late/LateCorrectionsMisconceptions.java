package kata.flink.late;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** What people get wrong when windows may be corrected. */
public final class LateCorrectionsMisconceptions {

  private LateCorrectionsMisconceptions() {}

  private static SingleOutputStreamOperator<PageCount> counts(
      DataStream<ClickEvent> views, WindowAssigner<Object, TimeWindow> windows, Duration lateness) {
    return views
        .keyBy(ClickEvent::page)
        .window(windows)
        .allowedLateness(lateness)
        .process(new Windows.CountAll());
  }

  private static DataStream<PageCount> byHand(
      DataStream<ClickEvent> views, CorrectionsByHand byHand) {
    return views.keyBy(ClickEvent::page).process(byHand);
  }

  @Misconception(
      headline = "Late views are missing, and no window was corrected.",
      when = "no lateness is allowed: a window is gone as soon as it has come out.",
      rule =
          "By default a window is cleared at its end; only allowed lateness keeps it for longer.")
  public static final class NoLateness implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Duration.ZERO);
    }
  }

  @Misconception(
      headline = "A view that came two minutes too late, and later, corrected its window.",
      when = "corrections are allowed for five minutes, the size of the window.",
      rule = "Lateness counts from the end of the window, and has its own length: two minutes.")
  public static final class LatenessTooLong implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Windows.FIVE_MINUTES);
    }
  }

  @Misconception(
      headline = "Corrections end a minute too soon.",
      when = "corrections are allowed for one minute.",
      rule = "Lateness counts from the end of the window, and has its own length: two minutes.")
  public static final class LatenessTooShort implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Duration.ofMinutes(1));
    }
  }

  @Misconception(
      headline = "Windows are corrected for two seconds only.",
      when = "the unit of the lateness is wrong.",
      rule = "The lateness is a Duration: read its unit once more.")
  public static final class SecondsForMinutes implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Duration.ofSeconds(2));
    }
  }

  @Misconception(
      headline = "Nothing came out: your windows do not look at event time.",
      when = "the windows follow the clock of the machine (processing time).",
      rule = "In processing time nothing is ever late, and nothing can be replayed.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(
          views, TumblingProcessingTimeWindows.of(Windows.FIVE_MINUTES), Windows.LATENESS);
    }
  }

  @Misconception(
      headline = "All rows come out two minutes late, and none is corrected.",
      when = "a window waits for late views before it is answered at all.",
      rule = "Lateness does not delay the first answer: it comes at once, and is corrected after.",
      hint = 2)
  public static final class WaitsForLateViews implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            long timerOf(long end) {
              return end - 1 + LATENESS;
            }
          });
    }
  }

  @Misconception(
      headline = "A correction holds the late view alone, not the whole count.",
      when = "the window is purged when it fires, so that a correction starts from nothing.",
      rule =
          "A correction takes the place of the row before it, so it must count all of the window.",
      hint = 2)
  public static final class PurgesWhenFiring implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(Windows.five())
          .allowedLateness(Windows.LATENESS)
          .trigger(PurgingTrigger.of(EventTimeTrigger.create()))
          .process(new Windows.CountAll());
    }
  }

  @Misconception(
      headline = "Every late view came out on its own, however late it was.",
      when = "late events are taken from a side output and counted one by one.",
      rule = "Events on a side output know nothing of the window that they missed.",
      hint = 2)
  public static final class CountsSideOutput implements StreamJob<ClickEvent, PageCount> {
    private static final OutputTag<ClickEvent> LATE = new OutputTag<>("missed") {};

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      SingleOutputStreamOperator<PageCount> inTime =
          views
              .keyBy(ClickEvent::page)
              .window(Windows.five())
              .sideOutputLateData(LATE)
              .process(new Windows.CountAll());
      return inTime.union(inTime.getSideOutput(LATE).map(CountsSideOutput::one));
    }

    private static PageCount one(ClickEvent view) {
      long size = Windows.FIVE_MINUTES.toMillis();
      long start = view.eventTime().toEpochMilli() / size * size;
      return Windows.count(start, start + size, view.page(), 1);
    }
  }

  @Misconception(
      headline = "Rows of one window were added up: first result, correction, correction.",
      when = "corrections are taken for increments, and are summed.",
      rule = "A corrected row holds the whole count; it replaces the earlier one, it adds nothing.",
      hint = 2)
  public static final class AddsCorrectionsUp implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Windows.LATENESS)
          .keyBy(count -> count.windowStart() + count.page())
          .reduce(
              (a, b) ->
                  new PageCount(b.windowStart(), b.windowEnd(), b.page(), a.views() + b.views()));
    }
  }

  @Misconception(
      headline = "After a failure, a correction forgot the views that had been counted before.",
      when =
          "windows are purged when they fire, and their counts are added up in a map that is a"
              + " field.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class AddsUpInField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return new PurgesWhenFiring().build(views).map(new AddUp());
    }

    private static final class AddUp implements MapFunction<PageCount, PageCount> {

      private final Map<String, Long> sums = new HashMap<>();

      @Override
      public PageCount map(PageCount count) {
        long sum = sums.merge(count.windowStart() + count.page(), count.views(), Long::sum);
        return new PageCount(count.windowStart(), count.windowEnd(), count.page(), sum);
      }
    }
  }

  @Misconception(
      headline = "Two late views gave one correction, and it waited for the next watermark.",
      when = "corrections are gathered until the watermark moves.",
      rule = "A late view fires its window at once: one more row for each of them.",
      hint = 2)
  public static final class GathersCorrections implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            void correct(long start, long count, Context context, Collector<PageCount> out) {
              context.timerService().registerEventTimeTimer(timerOf(start + SIZE));
            }
          });
    }
  }

  @Misconception(
      headline = "The last correction came out once more with the next watermark.",
      when = "a late view corrects its window at once, and sets the window's timer all the same.",
      rule = "A timer may stand in the past: it goes off with the next watermark.",
      hint = 2)
  public static final class FiresAgain implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            void correct(long start, long count, Context context, Collector<PageCount> out)
                throws Exception {
              super.correct(start, count, context, out);
              context.timerService().registerEventTimeTimer(timerOf(start + SIZE));
            }
          });
    }
  }

  @Misconception(
      headline = "A window came out again and again while it filled.",
      when = "a trigger that fires for every event replaces the one of event time.",
      rule = "trigger(...) replaces the default; that one fires again for late events by itself.")
  public static final class FiresForEveryEvent implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(Windows.five())
          .allowedLateness(Windows.LATENESS)
          .trigger(CountTrigger.of(1))
          .process(new Windows.CountAll());
    }
  }

  @Misconception(
      headline = "A view is missing that was older than the watermark, but not too late.",
      when = "lateness is counted from the event, not from the end of its window.",
      rule = "A view may be corrected until its window's end plus the lateness, however old it is.",
      hint = 2)
  public static final class LatenessOfEvent implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            boolean isTooLate(long time, long end, long watermark) {
              return time + LATENESS <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline =
          "A view came two minutes after the end of its window to the millisecond, and counted.",
      when = "the limit is taken as inclusive.",
      rule =
          "When the watermark reaches end + lateness, the window is cleared; what comes is too"
              + " late.",
      hint = 2)
  public static final class LimitInclusive implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Windows.LATENESS.plusMillis(1));
    }
  }

  @Misconception(
      headline = "A view came with a millisecond to spare, and was left out.",
      when = "the window is cleared a millisecond too soon.",
      rule = "Until the watermark reaches end + lateness, the window can be corrected.",
      hint = 2)
  public static final class LimitTooSoon implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views, Windows.five(), Windows.LATENESS.minusMillis(1));
    }
  }

  @Misconception(
      headline = "The first view of a page was late, and is missing.",
      when = "only windows that have come out are corrected.",
      rule = "A late view may be the first of its window and page: then its row is the first one.",
      hint = 2)
  public static final class CorrectsKnownWindowsOnly implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            private static final long NEVER = Long.MIN_VALUE / 2;

            @Override
            long unknown() {
              return NEVER;
            }

            @Override
            void correct(long start, long count, Context context, Collector<PageCount> out)
                throws Exception {
              if (count > 0) {
                super.correct(start, count, context, out);
              }
            }
          });
    }
  }

  @Misconception(
      headline = "All pages were counted together.",
      when = "the key is the same for all pages.",
      rule = "One result for each page needs a stream that is partitioned by page.")
  public static final class OneKeyForAll implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(view -> "everything")
          .window(Windows.five())
          .allowedLateness(Windows.LATENESS)
          .process(new Windows.CountAll());
    }
  }

  @Misconception(
      headline = "The rows are right, but the counts of windows that are gone are still in state.",
      when = "the count of a window is removed long after its corrections are over, or never.",
      rule = "State stays until you clear it: for each key and window, for ever.",
      hint = 3)
  public static final class StateStays implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            void forget(MapState<Long, Long> counts, long start) {}
          });
    }
  }

  @Misconception(
      headline = "The rows are right, but the counts of windows that are gone are still in state.",
      when = "the timer that removes the count of a window stands a day after its end.",
      rule = "State is of no use when its window cannot be corrected any more: clear it then.",
      hint = 3,
      sameAs = "StateStays")
  public static final class StateStaysForADay implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            long forgetAt(long end) {
              return end + Duration.ofDays(1).toMillis();
            }
          });
    }
  }

  @Misconception(
      headline =
          "The rows are right, but the count of a window whose first view was late is still in"
              + " state.",
      when = "only views that are in time set the timer that removes the count of their window.",
      rule =
          "A late view may be the first of its window and page: then nobody else sets that timer.",
      hint = 3,
      sameAs = "StateStays")
  public static final class StateStaysAfterLateNewcomer
      implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new CorrectionsByHand() {
            @Override
            boolean forgetsLater(boolean answered) {
              return !answered;
            }
          });
    }
  }
}
