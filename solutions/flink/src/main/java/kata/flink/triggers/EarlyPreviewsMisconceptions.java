package kata.flink.triggers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.PagePreview;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.triggers.ContinuousEventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when a window shall show what it has before it ends. */
public final class EarlyPreviewsMisconceptions {

  private EarlyPreviewsMisconceptions() {}

  @Misconception(
      headline = "Previews came one watermark late, and the last of them twice.",
      when = "the stock trigger that fires in steps of event time is left to itself.",
      rule = "It fires at every step it passes and at the end as well, new or not.",
      hint = 2)
  public static final class StockTrigger implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, ContinuousEventTimeTrigger.of(Duration.ofMinutes(1)));
    }
  }

  @Misconception(
      headline = "The watermark that ended the window brought a preview and the final row.",
      when = "a minute does not ask whether the watermark has passed the end as well.",
      rule = "One watermark fires all timers that it passes, the earliest first.",
      hint = 3)
  public static final class DoubledLast implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      TriggerResult atMark(boolean anythingNew, boolean ended) {
        return anythingNew ? TriggerResult.FIRE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "Minutes in which nothing came repeated the row before.",
      when = "a minute fires whether anything is new or not.",
      rule = "A timer does not know what has been shown; keep that in the trigger's state.",
      hint = 2)
  public static final class RepeatsUnchanged implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      TriggerResult atMark(boolean anythingNew, boolean ended) {
        return ended ? TriggerResult.CONTINUE : TriggerResult.FIRE;
      }
    }
  }

  @Misconception(
      headline = "The final row left out what the previews had shown.",
      when = "the window's contents are purged with each preview.",
      rule = "A preview must leave the contents where they are: fire, and do not purge.")
  public static final class PurgesPreviews implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      TriggerResult atMark(boolean anythingNew, boolean ended) {
        return anythingNew && !ended ? TriggerResult.FIRE_AND_PURGE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "A window whose last preview showed everything had no final row.",
      when = "the end is skipped if nothing is new.",
      rule = "Whoever reads the rows waits for the final one: it comes even if nothing changed.")
  public static final class NoFinalRow implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      TriggerResult atEnd(boolean anythingNew) {
        return anythingNew ? TriggerResult.FIRE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "A late view made a preview between two minutes.",
      when = "timers are set for minutes that event time has passed already.",
      rule = "A timer in the past fires at the very next watermark, wherever that is.",
      hint = 3)
  public static final class TimersInThePast implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      boolean marksThePast() {
        return true;
      }
    }
  }

  @Misconception(
      headline = "Previews came one watermark late.",
      when = "the timer stands on the full minute itself.",
      rule =
          "A minute is complete when the watermark reaches its last millisecond, as a window is.",
      hint = 3)
  public static final class TimerOnTheMinute implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      long timerOf(long minute) {
        return minute;
      }
    }
  }

  @Misconception(
      headline = "There were no previews.",
      when = "the window keeps its default trigger.",
      rule = "An event-time window fires at its end only, unless a trigger says otherwise.")
  public static final class NoPreviews implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, EventTimeTrigger.create());
    }
  }

  @Misconception(
      headline = "Every view made a preview.",
      when = "a view fires its window as soon as it arrives.",
      rule = "Previews follow event time here: they come with a watermark, not with a view.")
  public static final class PreviewForEachView implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        context.registerEventTimeTimer(window.maxTimestamp());
        return TriggerResult.FIRE;
      }
    }
  }

  @Misconception(
      headline = "A preview left out views that had arrived.",
      when = "a preview counts only the views from before its minute.",
      rule =
          "A window shows all that it holds when it fires, also what lies ahead of the watermark.")
  public static final class OnlyBeforeTheMinute implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .trigger(new Previews.Marks())
          .process(new CountPast());
    }

    private static final class CountPast
        extends ProcessWindowFunction<ClickEvent, PagePreview, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PagePreview> out) {
        long count = 0;
        for (ClickEvent view : views) {
          if (view.eventTime().toEpochMilli() <= context.currentWatermark()) {
            count++;
          }
        }
        boolean ended = context.window().maxTimestamp() <= context.currentWatermark();
        out.collect(Previews.row(context.window(), page, count, ended));
      }
    }
  }

  @Misconception(
      headline = "Your windows are one minute long: the previews have become windows.",
      when = "the size of the window is taken for the distance of the previews.",
      rule = "A preview shows a window of five minutes before it ends; it is no window of its own.")
  public static final class MinuteWindows implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
          .aggregate(new Steps.Count(), new Previews.Label());
    }
  }

  @Misconception(
      headline = "The final row is called a preview.",
      when = "every row is labelled alike, because the function does not ask for the watermark.",
      rule = "The function that labels a window can see the watermark: past the end, it is final.",
      hint = 2)
  public static final class NeverFinal implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Previews.Marks())
          .map(
              row ->
                  new PagePreview(
                      row.windowStart(),
                      row.windowEnd(),
                      row.page(),
                      row.views(),
                      PagePreview.PREVIEW));
    }
  }

  @Misconception(
      headline = "A view that was ahead of the watermark waited for its own minute.",
      when = "the timer stands on the minute after the view, wherever the watermark is.",
      rule = "A preview counts all that has arrived: it comes with the watermark's next minute.",
      hint = 3)
  public static final class MinuteOfTheView implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      boolean marks(long mark, long timestamp) {
        return timestamp < mark && mark <= timestamp + Previews.MINUTE;
      }
    }
  }

  @Misconception(
      headline = "The preview of one page kept that of another from coming.",
      when = "what is new lives in a field of the trigger, and not in its state.",
      rule =
          "One trigger object serves all keys and windows; only its state belongs to one of them.",
      hint = 2)
  public static final class NewsInField implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      private boolean fresh;

      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        fresh = true;
        return super.onElement(view, timestamp, window, context);
      }

      @Override
      TriggerResult atMark(boolean anythingNew, boolean ended) {
        boolean fires = fresh && !ended;
        fresh = false;
        return fires ? TriggerResult.FIRE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "The rows are right, but windows that are over still hold what was new in them.",
      when = "the final row clears nothing, nor does the trigger's clear().",
      rule = "A trigger's state is yours to clear; Flink asks for it when the window goes.",
      hint = 3)
  public static final class NothingCleared implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      void shown(ValueState<Boolean> fresh, boolean ended) {
        if (!ended) {
          super.shown(fresh, ended);
        }
      }

      @Override
      public void clear(TimeWindow window, TriggerContext context) {}
    }
  }

  @Misconception(
      headline = "A preview that said nothing new came out once there were many views.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.",
      hint = 2)
  public static final class ComparesObjects implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .trigger(new EveryMinute())
          .process(new IfOther());
    }

    private static final class EveryMinute extends Previews.Marks {
      @Override
      TriggerResult atMark(boolean anythingNew, boolean ended) {
        return ended ? TriggerResult.CONTINUE : TriggerResult.FIRE;
      }
    }

    private static final class IfOther
        extends ProcessWindowFunction<ClickEvent, PagePreview, String, TimeWindow> {

      private final ValueStateDescriptor<Long> shown =
          new ValueStateDescriptor<>("shown", Long.class);

      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PagePreview> out)
          throws Exception {
        ValueState<Long> before = context.windowState().getState(shown);
        Long count = Steps.size(views);
        boolean ended = context.window().maxTimestamp() <= context.currentWatermark();
        if (ended || before.value() != count) {
          before.update(count);
          out.collect(Previews.row(context.window(), page, count, ended));
        }
      }

      @Override
      public void clear(Context context) {
        context.windowState().getState(shown).clear();
      }
    }
  }

  @Misconception(
      headline = "After a failure a preview came again, though nothing was new.",
      when = "the function keeps in a field what it has shown.",
      rule = "A field begins anew after a failure; only Flink's state comes back.",
      hint = 2)
  public static final class ShownInField implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Steps.windows(views, ClickEvent::page)
          .trigger(new ComparesObjects.EveryMinute())
          .aggregate(new Steps.Count(), new IfNew());
    }

    private static final class IfNew
        extends ProcessWindowFunction<Long, PagePreview, String, TimeWindow> {

      private final Map<String, Long> shown = new HashMap<>();

      @Override
      public void process(
          String page, Context context, Iterable<Long> counts, Collector<PagePreview> out) {
        Long count = counts.iterator().next();
        boolean ended = context.window().maxTimestamp() <= context.currentWatermark();
        if (!count.equals(shown.put(context.window() + page, count)) || ended) {
          out.collect(Previews.row(context.window(), page, count, ended));
        }
      }
    }
  }

  @Misconception(
      headline = "The first view of a window came behind a minute, and made a preview after it.",
      when = "the first view sets the timers of all minutes, also of those that are past.",
      rule = "A timer in the past fires at the very next watermark, wherever that is.",
      hint = 3)
  public static final class AllTimersAtFirst implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      private final ValueStateDescriptor<Boolean> begun =
          new ValueStateDescriptor<>("begun", Boolean.class);

      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        ValueState<Boolean> state = context.getPartitionedState(begun);
        if (state.value() == null) {
          state.update(true);
          for (long mark = window.getStart() + Previews.MINUTE;
              mark < window.getEnd();
              mark += Previews.MINUTE) {
            context.registerEventTimeTimer(timerOf(mark));
          }
        }
        return super.onElement(view, timestamp, window, context);
      }

      @Override
      boolean marks(long mark, long timestamp) {
        return false;
      }

      @Override
      public void clear(TimeWindow window, TriggerContext context) throws Exception {
        super.clear(window, context);
        context.getPartitionedState(begun).clear();
      }
    }
  }

  @Misconception(
      headline = "Previews came a minute after a view, not on full minutes.",
      when = "a timer stands a minute after the time of the view.",
      rule = "A length of time is counted from somewhere; full minutes are multiples of one.",
      hint = 3)
  public static final class MinuteAfterTheView implements StreamJob<ClickEvent, PagePreview> {
    @Override
    public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
      return Previews.preview(views, new Variant());
    }

    private static final class Variant extends Previews.Marks {
      @Override
      public TriggerResult onElement(
          ClickEvent view, long timestamp, TimeWindow window, TriggerContext context)
          throws Exception {
        context.registerEventTimeTimer(timestamp + Previews.MINUTE);
        return super.onElement(view, timestamp, window, context);
      }

      @Override
      boolean marks(long mark, long timestamp) {
        return false;
      }
    }
  }
}
