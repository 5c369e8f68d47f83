package kata.flink.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when a window shall fire on a count or at its end. */
public final class CountOrTimeMisconceptions {

  private static final int ENOUGH = 3;

  private CountOrTimeMisconceptions() {}

  @Misconception(
      headline = "Windows with fewer than three new views never came out.",
      when = "a trigger that counts takes the place of the one that knows the end.",
      rule = "A trigger replaces the default one; what the default did is gone with it.",
      hint = 2)
  public static final class CountOnly implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, CountTrigger.of(ENOUGH));
    }
  }

  @Misconception(
      headline = "Every row waited for the end of its window.",
      when = "the window keeps its default trigger.",
      rule = "An event-time window fires at its end only, unless a trigger says otherwise.")
  public static final class TimeOnly implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, EventTimeTrigger.create());
    }
  }

  @Misconception(
      headline = "A row counts only the views since the row before it.",
      when = "the window's contents are purged each time it fires.",
      rule = "Firing keeps the contents, and so gives totals; purging empties them: increments.",
      hint = 2)
  public static final class Purges implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new Variant());
    }

    private static final class Variant extends CountOrEnd {
      Variant() {
        super(ENOUGH);
      }

      @Override
      TriggerResult atCount() {
        return TriggerResult.FIRE_AND_PURGE;
      }
    }
  }

  @Misconception(
      headline = "Windows of a page that were open at once were added up to one total.",
      when = "each row purges its window, and the total is kept for the page.",
      rule = "Two windows of a page can be open at once; each of them needs a total of its own.",
      hint = 2)
  public static final class TotalOfThePage implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .trigger(new Purges.Variant())
          .aggregate(new Steps.Count(), new AddUpForPage())
          .map(
              row ->
                  new PageCount(row.windowStart(), row.windowEnd(), row.page(), row.totalViews()));
    }

    private static final class AddUpForPage extends Increments.AddUp {
      @Override
      KeyedStateStore store(Context context) {
        return context.globalState();
      }

      @Override
      public void clear(Context context) {
        store(context).getState(total).clear();
      }
    }
  }

  @Misconception(
      headline = "The end of a window repeated a row that had come out before.",
      when = "the window fires at its end, whether anything is new or not.",
      rule = "The timer of the end does not know what has been shown; the trigger's state does.",
      hint = 3)
  public static final class EndRepeats implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new Variant());
    }

    private static final class Variant extends CountOrEnd {
      Variant() {
        super(ENOUGH);
      }

      @Override
      TriggerResult atEnd(boolean anythingNew) {
        return TriggerResult.FIRE;
      }
    }
  }

  @Misconception(
      headline = "Pages and windows counted to three together.",
      when = "the count lives in a field of the trigger, and not in its state.",
      rule =
          "One trigger object serves all keys and windows; only its state belongs to one of them.",
      hint = 3)
  public static final class CountInField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new FieldTrigger());
    }

    private static final class FieldTrigger extends Steps.Quiet {

      private int fresh;

      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        super.onElement(view, timestamp, window, context);
        fresh++;
        if (fresh < ENOUGH) {
          return TriggerResult.CONTINUE;
        }
        fresh = 0;
        return TriggerResult.FIRE;
      }

      @Override
      public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
        boolean anythingNew = fresh > 0;
        fresh = 0;
        return anythingNew ? TriggerResult.FIRE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "After the third view, every view made a row.",
      when = "the count of new views does not go back to zero when a row comes out.",
      rule = "Firing does not touch a trigger's own state: reset it yourself.",
      hint = 3)
  public static final class NotReset implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new Variant());
    }

    private static final class Variant extends CountOrEnd {
      Variant() {
        super(ENOUGH);
      }

      @Override
      Integer afterRow(int count) {
        return count;
      }

      @Override
      TriggerResult atEnd(boolean anythingNew) {
        return TriggerResult.FIRE;
      }
    }
  }

  @Misconception(
      headline = "A window that had given a row early gave no row at its end.",
      when = "whichever comes first is also the last.",
      rule = "After an early row a window goes on: views that come later need a row too.")
  public static final class FirstIsLast implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new Variant());
    }

    private static final class Variant extends ThirdOfAll {
      @Override
      boolean firesAtEnd(int count) {
        return count < ENOUGH;
      }
    }
  }

  @Misconception(
      headline = "Only the first three views made an early row.",
      when = "all views of the window are compared with three, and pass it only once.",
      rule = "After a row, three new views are enough, however many the window holds.",
      hint = 3)
  public static final class OnlyTheFirstThree implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new Variant());
    }

    private static final class Variant extends ThirdOfAll {
      @Override
      boolean firesAtEnd(int count) {
        return count != ENOUGH;
      }
    }
  }

  /** Counts all views of a window, and not the new ones. */
  private abstract static class ThirdOfAll extends Steps.Quiet {

    private final ValueStateDescriptor<Integer> all =
        new ValueStateDescriptor<>("all", Integer.class);

    abstract boolean firesAtEnd(int count);

    @Override
    public TriggerResult onElement(
        ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
        throws Exception {
      super.onElement(view, timestamp, window, context);
      ValueState<Integer> state = context.getPartitionedState(all);
      int count = state.value() == null ? 1 : state.value() + 1;
      state.update(count);
      return count == ENOUGH ? TriggerResult.FIRE : TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context)
        throws Exception {
      return firesAtEnd(context.getPartitionedState(all).value())
          ? TriggerResult.FIRE
          : TriggerResult.CONTINUE;
    }
  }

  @Misconception(
      headline = "The early row came one view too late.",
      when = "a window waits for more than three new views.",
      rule = "Three are enough: the view that makes it three is already counted.")
  public static final class OneTooMany implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new CountOrEnd(ENOUGH + 1));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the stream is not partitioned by page.",
      rule = "Triggers and windows work key by key; the key here is the page.")
  public static final class NoKey implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, view -> "/home")
          .trigger(new CountOrEnd(ENOUGH))
          .aggregate(new Steps.Count(), new Steps.Label());
    }
  }

  @Misconception(
      headline = "A view that came after the end of its window made a row.",
      when = "lateness is allowed, so that an ended window can fire again.",
      rule = "Without allowed lateness a window is gone when event time reaches its end.")
  public static final class LatenessAllowed implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .allowedLateness(Steps.FIVE_MINUTES)
          .trigger(new CountOrEnd(ENOUGH))
          .aggregate(new Steps.Count(), new Steps.Label());
    }
  }

  @Misconception(
      headline = "A view behind the watermark was left out, though its window was still open.",
      when = "a view counts as late as soon as the watermark has reached its own time.",
      rule = "A view is late when the watermark has reached the last moment of its window.")
  public static final class DropsBehindWatermark implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends CountOrTimeAlternatives.WithTimers.CountByStart {
      @Override
      boolean isLate(long time, long last, long watermark) {
        return time <= watermark;
      }
    }
  }

  @Misconception(
      headline = "Windows fired at every view.",
      when = "each view that arrives makes a row of what is there so far.",
      rule = "Two new views are not enough for a row; the trigger has to count them.")
  public static final class EveryView implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new CountOrEnd(1));
    }
  }

  @Misconception(
      headline = "Two views of a page at the same time were counted as one.",
      when = "a row counts the times of the views, and not the views.",
      rule = "Event time identifies nothing: several views may share it.")
  public static final class SameTimeOnce implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .trigger(new CountOrEnd(ENOUGH))
          .process(new CountTimes());
    }

    private static final class CountTimes
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Set<Instant> times = new HashSet<>();
        views.forEach(view -> times.add(view.eventTime()));
        TimeWindow window = context.window();
        out.collect(new PageCount(Steps.start(window), Steps.end(window), page, times.size()));
      }
    }
  }

  @Misconception(
      headline = "The rows are right, but windows that are over still hold state.",
      when = "the trigger's clear() does nothing, or lateness keeps the windows for longer.",
      rule = "A trigger's state is yours to clear; Flink asks for it when the window goes.",
      hint = 3)
  public static final class NothingCleared implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.count(views, new Variant());
    }

    private static final class Variant extends CountOrEnd {
      Variant() {
        super(ENOUGH);
      }

      @Override
      void forgetNew(ValueState<Integer> fresh) {}

      @Override
      public void clear(TimeWindow window, TriggerContext context) {}
    }
  }

  @Misconception(
      headline = "The rows are right, but windows that are over are kept for a day.",
      when = "lateness is allowed, and the trigger leaves late views out.",
      rule = "Allowed lateness keeps the state of each window for so long, come what may.",
      hint = 3,
      sameAs = "NothingCleared")
  public static final class WindowsKeptForADay implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .allowedLateness(Duration.ofDays(1))
          .trigger(new Variant())
          .aggregate(new Steps.Count(), new Steps.Label());
    }

    private static final class Variant extends CountOrEnd {
      Variant() {
        super(ENOUGH);
      }

      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        return hasEnded(window, context.getCurrentWatermark())
            ? TriggerResult.CONTINUE
            : super.onElement(view, timestamp, window, context);
      }
    }
  }
}
