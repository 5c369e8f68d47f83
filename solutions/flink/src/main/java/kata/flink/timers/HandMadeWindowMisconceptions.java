package kata.flink.timers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** What people get wrong when they build a window themselves. */
public final class HandMadeWindowMisconceptions {

  private HandMadeWindowMisconceptions() {}

  @Misconception(
      headline = "Windows without views have no row.",
      when = "only windows with views have a timer.",
      rule = "Nothing arrives in an empty window, so that somebody must set its timer beforehand.",
      hint = 2)
  public static final class NoQuietRow implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void goOn(
          long start,
          boolean hadViews,
          TimerService timers,
          String page,
          Collector<PageCount> out) {}
    }
  }

  @Misconception(
      headline = "A quiet page had a row without views again and again.",
      when = "every window sets the timer of the next one, whether it had views or not.",
      rule =
          "A timer that always sets another one never ends: a page that is gone must be forgotten.",
      hint = 2)
  public static final class QuietForEver implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void goOn(
          long start,
          boolean hadViews,
          TimerService timers,
          String page,
          Collector<PageCount> out) {
        if (timers.currentWatermark() < Long.MAX_VALUE) {
          timers.registerEventTimeTimer(timerOf(start + SIZE));
        }
      }
    }
  }

  @Misconception(
      headline = "A quiet page had more than one row without views, as a later view was waiting.",
      when = "a window sets the timer of the next one as long as the page has anything in state.",
      rule = "State of later windows says nothing of this one: they have timers of their own.",
      hint = 2)
  public static final class QuietWhileAhead implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void goOn(
          long start, boolean hadViews, TimerService timers, String page, Collector<PageCount> out)
          throws Exception {
        if (hadViews || !counts.isEmpty()) {
          timers.registerEventTimeTimer(timerOf(start + SIZE));
        }
      }
    }
  }

  @Misconception(
      headline = "The row without views came together with the row before it.",
      when = "a window is called quiet before its time is over.",
      rule =
          "Whether a window stays empty is known when the watermark reaches its end, not earlier.",
      hint = 2)
  public static final class QuietAtOnce implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void goOn(
          long start, boolean hadViews, TimerService timers, String page, Collector<PageCount> out)
          throws Exception {
        if (hadViews && !counts.contains(start + SIZE)) {
          out.collect(row(start + SIZE, page, 0));
        }
      }
    }
  }

  @Misconception(
      headline = "The rows are right, but they come out one watermark too late.",
      when = "the timer is set to the end of the window itself.",
      rule = "A window is complete when the watermark reaches end - 1 ms, its last timestamp.",
      hint = 3)
  public static final class TimerAtEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      long timerOf(long start) {
        return start + SIZE;
      }

      @Override
      boolean isTooLate(long start, long timestamp, long watermark) {
        return start + SIZE - 1 <= watermark;
      }
    }
  }

  @Misconception(
      headline = "The rows without views come out one watermark too late; the others are right.",
      when = "the timer of a window without views is set to the end of the window itself.",
      rule = "A window without views is over like any other: at its last timestamp, end - 1 ms.",
      hint = 3)
  public static final class QuietTimerAtEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void goOn(
          long start, boolean hadViews, TimerService timers, String page, Collector<PageCount> out)
          throws Exception {
        if (hadViews && !counts.contains(start + SIZE)) {
          timers.registerEventTimeTimer(start + 2 * SIZE);
        }
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        super.processElement(view, context, out);
        long start = startOf(context.timestamp());
        if (counts.contains(start)) {
          context.timerService().deleteEventTimeTimer(start + SIZE);
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        if (Math.floorMod(time, SIZE) == 0) {
          out.collect(row(time - SIZE, context.getCurrentKey(), 0));
        } else {
          super.onTimer(time, context, out);
        }
      }
    }
  }

  @Misconception(
      headline = "Every window came out with the first watermark, and was never complete.",
      when = "the timer is given the length of the window, not the moment of its end.",
      rule = "A timer takes a moment in event time; a length alone is a moment in January 1970.",
      hint = 2)
  public static final class DurationForMoment implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        long start = startOf(context.timestamp());
        if (!isTooLate(start, context.timestamp(), context.timerService().currentWatermark())) {
          counts.put(start, counts.contains(start) ? counts.get(start) + 1 : 1);
          context.timerService().registerEventTimeTimer(SIZE);
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        List<Long> starts = new ArrayList<>();
        counts.keys().forEach(starts::add);
        for (long start : starts) {
          out.collect(row(start, context.getCurrentKey(), counts.get(start)));
          counts.remove(start);
        }
      }
    }
  }

  @Misconception(
      headline = "A view for a window that had ended made a second row for it.",
      when = "nobody asks whether the window of a view has ended.",
      rule = "State and timers know nothing of late events: compare the window with the watermark.",
      hint = 2)
  public static final class LateCounted implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      boolean isTooLate(long start, long timestamp, long watermark) {
        return false;
      }
    }
  }

  @Misconception(
      headline = "A view that came too late made a row without views for the window after its own.",
      when =
          "a view whose window is over is not counted, but still sets the timer of the next one.",
      rule = "A view that is too late leaves nothing behind: no count, and no timer either.",
      hint = 2)
  public static final class LateViewWakes implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        super.processElement(view, context, out);
        long start = startOf(context.timestamp());
        TimerService timers = context.timerService();
        if (isTooLate(start, context.timestamp(), timers.currentWatermark())
            && timerOf(start + SIZE) > timers.currentWatermark()) {
          timers.registerEventTimeTimer(timerOf(start + SIZE));
        }
      }
    }
  }

  @Misconception(
      headline = "Every view behind the watermark was dropped, even where its window was open.",
      when = "a view counts as late as soon as it is older than the watermark.",
      rule = "Lateness is a matter of the window: a view is late only when its window is over.")
  public static final class BehindIsLate implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      boolean isTooLate(long start, long timestamp, long watermark) {
        return timestamp <= watermark;
      }
    }
  }

  @Misconception(
      headline = "A view was dropped a millisecond before its window was over.",
      when = "a view is late when the watermark is one millisecond short of the timer.",
      rule = "A window is open until the watermark has reached its last timestamp, end - 1 ms.",
      hint = 2)
  public static final class LateTooSoon implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      boolean isTooLate(long start, long timestamp, long watermark) {
        return timerOf(start) - 1 <= watermark;
      }
    }
  }

  @Misconception(
      headline = "The rows are right, but the counts of windows that ended are still in state.",
      when = "nothing removes the count of a window that has ended.",
      rule = "State stays until you clear it: for each key and window, for ever.",
      hint = 3)
  public static final class StateStays implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void forget(long start) {}
    }
  }

  @Misconception(
      headline = "A window also counted the views of the one before it.",
      when = "the count goes on when the next window begins.",
      rule = "Each window starts from nothing: clear its state when it has ended.",
      hint = 3)
  public static final class NeverForgets implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void forget(long start) throws Exception {
        Long old = counts.get(start);
        counts.remove(start);
        if (old != null) {
          Long next = counts.get(start + SIZE);
          if (next != null) {
            counts.put(start + SIZE, old + next);
          }
        }
      }
    }
  }

  @Misconception(
      headline = "A view that was ahead was counted in the window that ended first.",
      when = "there is one count for a page, whichever window its views belong to.",
      rule = "Several windows of one key are open at a time; each needs a count of its own.",
      hint = 2)
  public static final class OneCountForAll implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        long start = startOf(context.timestamp());
        if (!isTooLate(start, context.timestamp(), context.timerService().currentWatermark())) {
          counts.put(0L, counts.contains(0L) ? counts.get(0L) + 1 : 1);
          context.timerService().registerEventTimeTimer(timerOf(start));
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        long start = time - timerOf(0);
        long views = counts.contains(0L) ? counts.get(0L) : 0;
        out.collect(row(start, context.getCurrentKey(), views));
        counts.clear();
        goOn(start, views > 0, context.timerService(), context.getCurrentKey(), out);
      }
    }
  }

  @Misconception(
      headline = "The first view of a page decides where its window starts.",
      when = "the timer is set five minutes after a view.",
      rule = "Windows start at multiples of their size, the same for all pages.")
  public static final class FromFirstView implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      private transient MapState<Long, Long> starts;

      @Override
      public void open(OpenContext context) {
        super.open(context);
        starts =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("starts", Long.class, Long.class));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        if (!starts.contains(0L)) {
          starts.put(0L, context.timestamp() % SIZE);
        }
        super.processElement(view, context, out);
      }

      @Override
      long startOf(long timestamp) {
        try {
          long shift = starts.get(0L);
          return timestamp - Math.floorMod(timestamp - shift, SIZE);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Misconception(
      headline = "Views from before 1970 were counted in the window after theirs.",
      when = "the start of a window is found with % or /, which cut off towards zero.",
      rule = "Times before 1970 are negative: floorMod and floorDiv round down for them, too.")
  public static final class RoundsTowardsZero implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      long startOf(long timestamp) {
        return timestamp - timestamp % SIZE;
      }
    }
  }

  @Misconception(
      headline = "Nothing came out: the timers do not look at event time.",
      when = "timers of processing time are set.",
      rule =
          "A timer of processing time follows the machine's clock; a bounded input ends before"
              + " that.",
      hint = 2)
  public static final class ProcessingTime implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
          throws Exception {
        counts.put(startOf(context.timestamp()), 1L);
        context
            .timerService()
            .registerProcessingTimeTimer(context.timerService().currentProcessingTime() + SIZE);
      }
    }
  }

  @Misconception(
      headline = "A view for a window that had just ended made a second row for it.",
      when = "the end of the window is compared with the watermark, not its last timestamp.",
      rule = "A window is over when the watermark has reached its last timestamp, end - 1 ms.",
      hint = 2)
  public static final class LateTooLate implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      boolean isTooLate(long start, long timestamp, long watermark) {
        return start + SIZE <= watermark;
      }
    }
  }

  @Misconception(
      headline = "Views of later windows were lost when a window ended.",
      when = "all counts of the page are cleared with the first window that ends.",
      rule = "Several windows of one key are open at a time; remove only what has ended.",
      hint = 3)
  public static final class ClearsAll implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void forget(long start) {
        counts.clear();
      }
    }
  }

  @Misconception(
      headline = "Views of later windows were lost when a window without views ended.",
      when = "all counts of the page are cleared after its row without views.",
      rule = "A page may be quiet now and have views ahead: remove only what has ended.",
      hint = 3)
  public static final class QuietClearsAll implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {
      @Override
      void goOn(
          long start, boolean hadViews, TimerService timers, String page, Collector<PageCount> out)
          throws Exception {
        super.goOn(start, hadViews, timers, page, out);
        if (!hadViews) {
          counts.clear();
        }
      }
    }
  }

  @Misconception(
      headline = "What the open windows had counted was lost when the job failed.",
      when = "the counts are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 2)
  public static final class CountsInField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends Windows {

      private final Map<String, Long> views = new HashMap<>();

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out) {
        long start = startOf(context.timestamp());
        if (!isTooLate(start, context.timestamp(), context.timerService().currentWatermark())) {
          views.merge(start + view.page(), 1L, Long::sum);
          context.timerService().registerEventTimeTimer(timerOf(start));
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        long start = time - timerOf(0);
        String page = context.getCurrentKey();
        Long counted = views.remove(start + page);
        out.collect(row(start, page, counted == null ? 0 : counted));
        goOn(start, counted != null, context.timerService(), page, out);
      }
    }
  }
}
