package kata.flink.triggers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.PageIncrement;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when rows shall be increments. */
public final class FireAndPurgeMisconceptions {

  private FireAndPurgeMisconceptions() {}

  private static DataStream<PageIncrement> report(
      DataStream<ClickEvent> views, Increments.Pairs trigger) {
    return Increments.report(views, trigger, Increments.LATENESS, new Increments.AddUp());
  }

  @Misconception(
      headline = "A view was counted as new by more than one row.",
      when = "the window fires and keeps what it has counted.",
      rule =
          "Firing without purging repeats the whole contents: totals, which must not be added up.")
  public static final class FiresWithoutPurge implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      TriggerResult atCount() {
        return TriggerResult.FIRE;
      }
    }
  }

  @Misconception(
      headline = "The total starts again with every row.",
      when = "the total is read from the contents that the last firing has purged.",
      rule = "Purging empties the contents: what must survive needs state of its own.",
      hint = 2)
  public static final class TotalPurgedToo implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views,
          new Increments.Pairs(),
          Increments.LATENESS,
          new Increments.AddUp() {
            @Override
            PageIncrement row(TimeWindow window, String page, long count, long before) {
              return super.row(window, page, count, 0);
            }
          });
    }
  }

  @Misconception(
      headline = "The total goes on from one window to the next.",
      when = "the total is kept for the page, and not for the window.",
      rule = "Global state is shared by all windows of a key; window state belongs to one window.",
      hint = 3)
  public static final class TotalOfAllWindows implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views,
          new Increments.Pairs(),
          Increments.LATENESS,
          new Increments.AddUp() {
            @Override
            KeyedStateStore store(Context context) {
              return context.globalState();
            }
          });
    }
  }

  @Misconception(
      headline = "A single view that was left at the end never came out.",
      when = "the window purges on counts alone, and no timer knows its end.",
      rule = "A trigger replaces the default one; the end of the window fires only if it says so.")
  public static final class PairsOnly implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views,
          PurgingTrigger.of(CountTrigger.of(2)),
          Increments.LATENESS,
          new Increments.AddUp());
    }
  }

  @Misconception(
      headline = "No row came out before the end of its window.",
      when = "the trigger of the end purges, and nothing fires earlier.",
      rule = "Purging says what happens to the contents at a firing; it does not make one.")
  public static final class EndOnly implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views,
          PurgingTrigger.of(EventTimeTrigger.create()),
          Increments.LATENESS,
          new Increments.AddUp());
    }
  }

  @Misconception(
      headline = "Views that came within a minute of the end were left out.",
      when = "no lateness is allowed.",
      rule = "Without allowed lateness a window is gone when event time reaches its end.")
  public static final class NoLateness implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views, new Increments.Pairs(), Duration.ZERO, new Increments.AddUp());
    }
  }

  @Misconception(
      headline = "Views still counted when their minute of grace was over.",
      when = "more lateness is allowed than the task grants.",
      rule = "A window is gone when event time reaches its end plus the allowed lateness.")
  public static final class TooMuchLateness implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views, new Increments.Pairs(), Steps.FIVE_MINUTES, new Increments.AddUp());
    }
  }

  @Misconception(
      headline = "A view exactly one minute after the end still counted.",
      when = "the limit itself is taken as in time.",
      rule = "Lateness ends when event time reaches end plus limit; that moment is outside.")
  public static final class LimitInclusive implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views, new Increments.Pairs(), Increments.LATENESS.plusMillis(1), new Increments.AddUp());
    }
  }

  @Misconception(
      headline = "A late view waited for another one.",
      when = "late views have to come in pairs as well.",
      rule = "After the end no timer is left to fire for a single one: a late view fires at once.",
      hint = 3)
  public static final class LatePairs implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      int enough(boolean ended) {
        return 2;
      }
    }
  }

  @Misconception(
      headline = "The row of a late view counted earlier late views once more.",
      when = "a window purges up to its end, and only fires after it.",
      rule = "Late firings need the same purge as the others if rows are to be added up.",
      hint = 3)
  public static final class LateFiringsKeep implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        TriggerResult result = super.onElement(view, timestamp, window, context);
        return window.maxTimestamp() <= context.getCurrentWatermark() ? TriggerResult.FIRE : result;
      }
    }
  }

  @Misconception(
      headline = "The row of a late view counted the view once more that the end had counted.",
      when = "a window purges its pairs, and only fires at its end.",
      rule = "What the row of the end has counted has to go, before a late view comes.",
      hint = 3)
  public static final class EndFiringKeeps implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      TriggerResult atEnd(boolean anythingNew) {
        return anythingNew ? TriggerResult.FIRE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "The second late view of a window did not count the first in its total.",
      when = "a late view makes a row, and does not move the total.",
      rule = "The total is what all rows have counted so far: those of late views as well.",
      hint = 3)
  public static final class LateNotInTotal implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends FireAndPurgeAlternatives.WithTimers.CountByStart {
      @Override
      long afterRow(long total, boolean late) {
        return late ? total - 1 : total;
      }
    }
  }

  @Misconception(
      headline = "A late view was left out because no other view of its window had come in time.",
      when = "a late view counts only in a window that is there already.",
      rule = "A late view within the limit counts, even if it is the first of its window.",
      hint = 3)
  public static final class LateNeverFirst implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends FireAndPurgeAlternatives.WithTimers.CountByStart {
      @Override
      boolean counts(boolean late, boolean first) {
        return !late || !first;
      }
    }
  }

  @Misconception(
      headline = "After the first pair, every view made a row.",
      when = "the trigger goes on counting what the window has purged.",
      rule = "Purging clears the contents of a window, not the state of its trigger.",
      hint = 3)
  public static final class CountNotPurged implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      Integer afterRow(int count) {
        return count;
      }
    }
  }

  @Misconception(
      headline = "A single view came out a minute after the end of its window.",
      when = "the trigger sets no timer, and is only asked when its window is cleaned up.",
      rule = "A trigger sets the timer of the end itself; the clean-up comes after the lateness.",
      hint = 2)
  public static final class NoTimer implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      boolean setsTimer() {
        return false;
      }
    }
  }

  @Misconception(
      headline = "Late views that came just after the end waited for another one.",
      when = "a window is over for the trigger a millisecond after its last timestamp only.",
      rule = "A window has ended when the watermark has reached its last timestamp, end - 1 ms.",
      hint = 3)
  public static final class EndedTooLate implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      boolean hasEnded(TimeWindow window, long watermark) {
        return window.maxTimestamp() < watermark;
      }
    }
  }

  @Misconception(
      headline = "Late views that came just after the end made a row together.",
      when = "the end is a millisecond late for the trigger, and its row resets nothing.",
      rule = "A window has ended at its last timestamp: from then on each view makes a row.",
      hint = 3)
  public static final class EndedTooLateAndNotReset
      implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return report(views, new Variant());
    }

    private static final class Variant extends Increments.Pairs {
      @Override
      boolean hasEnded(TimeWindow window, long watermark) {
        return window.maxTimestamp() < watermark;
      }

      @Override
      void forgetNew(ValueState<Integer> fresh) {}
    }
  }

  @Misconception(
      headline = "The rows are right, but the totals of windows that are gone are still in state.",
      when = "nothing clears the total of a window.",
      rule = "A window's own state is yours to clear; the function is asked when the window goes.",
      hint = 3)
  public static final class TotalStays implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views,
          new Increments.Pairs(),
          Increments.LATENESS,
          new Increments.AddUp() {
            @Override
            public void clear(Context context) {}
          });
    }
  }

  @Misconception(
      headline = "The totals of open windows started again when the job failed.",
      when = "the totals are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class TotalsInField implements StreamJob<ClickEvent, PageIncrement> {
    @Override
    public DataStream<PageIncrement> build(DataStream<ClickEvent> views) {
      return Increments.report(
          views, new Increments.Pairs(), Increments.LATENESS, new AddUpInField());
    }

    private static final class AddUpInField extends Increments.AddUp {

      private final Map<String, Long> totals = new HashMap<>();

      @Override
      public void process(
          String page, Context context, Iterable<Long> counts, Collector<PageIncrement> out) {
        long count = counts.iterator().next();
        long total = totals.merge(context.window() + page, count, Long::sum);
        out.collect(row(context.window(), page, count, total - count));
      }

      @Override
      public void clear(Context context) {}
    }
  }
}
