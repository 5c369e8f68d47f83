package kata.flink.triggers;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.SessionProgress;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when the windows of a trigger merge. */
public final class MergingTriggerMisconceptions {

  private MergingTriggerMisconceptions() {}

  @Misconception(
      headline = "No session was shown before it was over.",
      when = "the window keeps its default trigger.",
      rule = "A session fires at its end only, unless a trigger says otherwise.")
  public static final class EndOnly implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, EventTimeTrigger.create());
    }
  }

  @Misconception(
      headline = "No session was closed.",
      when = "a trigger that only counts takes the place of the one that knows the end.",
      rule = "A trigger replaces the default one; what the default did is gone with it.",
      hint = 2)
  public static final class CountOnly implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, CountTrigger.of(Sessions.ENOUGH));
    }
  }

  @Misconception(
      headline = "Flink refused the trigger.",
      when = "the trigger does not say that it can merge.",
      rule = "Sessions are windows that merge; their trigger must be able to, and say so.",
      hint = 2)
  public static final class CannotMerge implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new CountOrEnd((int) Sessions.ENOUGH));
    }
  }

  @Misconception(
      headline = "A session that grew forgot how many views were new.",
      when = "windows merge, and the trigger's count stays behind with the old ones.",
      rule = "Each window has trigger state of its own; on a merge it is lost unless you merge it.",
      hint = 3)
  public static final class CountLeftBehind implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      public void onMerge(TimeWindow window, OnMergeContext context) {
        context.registerEventTimeTimer(window.maxTimestamp());
      }
    }
  }

  @Misconception(
      headline = "Views were counted twice by the trigger when a session grew.",
      when = "a merge counts as a view.",
      rule = "A merge only joins what is there; the view that caused it is handed over after it.",
      hint = 3)
  public static final class MergeCounts implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      public void onMerge(TimeWindow window, OnMergeContext context) throws Exception {
        super.onMerge(window, context);
        context.getPartitionedState(fresh).add(1L);
      }
    }
  }

  @Misconception(
      headline = "A session that got its new views by a merge was not shown.",
      when = "a row needs exactly three new views, and a merge jumps over that number.",
      rule = "Two counts that are added up can pass a limit without ever being equal to it.",
      hint = 1)
  public static final class ExactlyThree implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      boolean isEnough(long count) {
        return count == Sessions.ENOUGH;
      }
    }
  }

  @Misconception(
      headline = "A row forgot the views that an earlier row had shown.",
      when = "the contents are purged when a session is shown.",
      rule = "A session goes on after an open row: fire, and keep the contents.")
  public static final class Purges implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      TriggerResult atCount() {
        return TriggerResult.FIRE_AND_PURGE;
      }
    }
  }

  @Misconception(
      headline = "After the third view, every view made a row.",
      when = "the count of new views does not go back to zero when a row comes out.",
      rule = "Firing does not touch a trigger's own state: reset it yourself.",
      hint = 2)
  public static final class NotReset implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      void reset(ReducingState<Long> count) {}
    }
  }

  @Misconception(
      headline = "A session whose last view had made a row was not closed.",
      when = "the end is skipped if nothing is new.",
      rule = "A closed row says more than its count: that the session is over.")
  public static final class NoClosedRow implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      TriggerResult atEnd(boolean anythingNew) {
        return anythingNew ? TriggerResult.FIRE : TriggerResult.CONTINUE;
      }
    }
  }

  @Misconception(
      headline = "Sessions and users counted to three together.",
      when = "the count lives in a field of the trigger, and not in its state.",
      rule =
          "One trigger object serves all keys and windows; only its state belongs to one of them.",
      hint = 2)
  public static final class CountInField implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      private long field;

      @Override
      boolean isEnough(long count) {
        field++;
        return field >= Sessions.ENOUGH;
      }

      @Override
      void reset(ReducingState<Long> count) {
        field = 0;
      }
    }
  }

  @Misconception(
      headline = "A session ended one millisecond too early.",
      when = "a silence of exactly the gap counts as too long.",
      rule = "Windows that touch are merged: exactly the gap is still one session.")
  public static final class GapExclusive implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(
              views,
              EventTimeSessionWindows.withGap(Sessions.GAP.minusMillis(1)),
              new Sessions.Growing())
          .map(
              row ->
                  new SessionProgress(
                      row.windowStart(),
                      row.windowEnd().plusMillis(1),
                      row.user(),
                      row.views(),
                      row.status()));
    }
  }

  @Misconception(
      headline = "A silence of a millisecond more than ten minutes did not end the session.",
      when = "the gap is made one millisecond longer, so that ten minutes are still one session.",
      rule = "Windows that touch are merged: with the gap as it is, ten minutes are one session.")
  public static final class GapTooLong implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(
              views,
              EventTimeSessionWindows.withGap(Sessions.GAP.plusMillis(1)),
              new Sessions.Growing())
          .map(
              row ->
                  new SessionProgress(
                      row.windowStart(),
                      row.windowEnd().minusMillis(1),
                      row.user(),
                      row.views(),
                      row.status()));
    }
  }

  @Misconception(
      headline = "Sessions were cut by the clock.",
      when = "tumbling windows as long as the gap take the place of sessions.",
      rule = "A session ends after a silence, wherever the clock stands.")
  public static final class Tumbling implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(
          views, TumblingEventTimeWindows.of(Duration.ofMinutes(10)), new Sessions.Growing());
    }
  }

  @Misconception(
      headline = "Views that a row had counted brought out another one.",
      when = "three is taken off the count of new views, which may have been more than three.",
      rule = "A row counts all views of its session: after it there are no new ones.",
      hint = 2)
  public static final class ThreeTakenOff implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      void reset(ReducingState<Long> count) throws Exception {
        count.add(-Sessions.ENOUGH);
      }
    }
  }

  @Misconception(
      headline = "The rows are right, but sessions that are over still hold a count of new views.",
      when = "the trigger's clear() does nothing.",
      rule = "A trigger's state is yours to clear; Flink asks for it when the window goes.",
      hint = 3)
  public static final class NothingCleared implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      public void clear(TimeWindow window, TriggerContext context) {}
    }
  }

  @Misconception(
      headline = "A user who took up another device has two sessions.",
      when = "the key is the session of a browser.",
      rule = "The sessions are those of a user, made by silence: on all devices together.")
  public static final class KeyedByBrowser implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::sessionId)
          .window(EventTimeSessionWindows.withGap(Sessions.GAP))
          .trigger(new Sessions.Growing())
          .aggregate(new Steps.Count(), new Sessions.Label())
          .map(
              row ->
                  new SessionProgress(
                      row.windowStart(),
                      row.windowEnd(),
                      row.user().substring(0, row.user().indexOf('-')),
                      row.views(),
                      row.status()));
    }
  }

  @Misconception(
      headline = "The open row came one view too late.",
      when = "a session waits for more than three new views.",
      rule = "Three are enough: the view that makes it three is already counted.")
  public static final class OneTooMany implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      boolean isEnough(long count) {
        return count > Sessions.ENOUGH;
      }
    }
  }

  @Misconception(
      headline = "A session made of two forgot the new views of one of them.",
      when = "of two counts that merge the greater one stays.",
      rule = "Sessions that become one bring the new views of both: add their counts up.",
      hint = 3)
  public static final class GreaterCountStays implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Variant());
    }

    private static final class Variant extends Sessions.Growing {
      @Override
      ReduceFunction<Long> together() {
        return Math::max;
      }

      @Override
      void countOne(ReducingState<Long> count) throws Exception {
        Long before = count.get();
        count.add(before == null ? 1 : before + 1);
      }
    }
  }

  @Misconception(
      headline = "A view between two sessions joined one of them, and left the other apart.",
      when = "a view is added to the earliest session that it touches, and to no other.",
      rule = "A view can touch two sessions: then they and the view become one.")
  public static final class JoinsOnlyOne implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::userId).process(new Variant());
    }

    private static final class Variant extends MergingTriggerAlternatives.WithTimers.OpenSessions {
      @Override
      boolean joins(Tuple4<Long, Long, Long, Long> session, Tuple4<Long, Long, Long, Long> joined) {
        boolean first = joined.f2 == 1;
        return first && super.joins(session, joined);
      }
    }
  }

  @Misconception(
      headline = "Of two sessions of a user that were open at once, one was not shown in time.",
      when = "what rows have counted is kept for the user, and not for the session.",
      rule = "Global state is shared by all sessions of a user: what is new belongs to one.",
      hint = 2)
  public static final class ShownOfTheUser implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(Sessions.GAP))
          .trigger(new EveryView())
          .aggregate(new Steps.Count(), new IfThreeNew());
    }

    private static final class EveryView extends Sessions.Growing {
      @Override
      boolean isEnough(long count) {
        return true;
      }
    }

    private static final class IfThreeNew
        extends ProcessWindowFunction<Long, SessionProgress, String, TimeWindow> {

      private final ValueStateDescriptor<Long> shown =
          new ValueStateDescriptor<>("shown", Long.class);

      @Override
      public void process(
          String user, Context context, Iterable<Long> counts, Collector<SessionProgress> out)
          throws Exception {
        ValueState<Long> before = context.globalState().getState(shown);
        long count = counts.iterator().next();
        long fresh = before.value() == null ? count : count - before.value();
        boolean over = context.window().maxTimestamp() <= context.currentWatermark();
        if (over || fresh >= Sessions.ENOUGH) {
          before.update(count);
          out.collect(Sessions.row(context.window(), user, count, over));
        }
      }

      @Override
      public void clear(Context context) {
        context.globalState().getState(shown).clear();
      }
    }
  }

  @Misconception(
      headline = "A late view was left out, though it touched a session that was still open.",
      when = "a view counts as late when its own ten minutes are over.",
      rule = "Sessions merge first: a view is late if even the session that it joins is over.")
  public static final class OwnTenMinutesFirst implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::userId).process(new Variant());
    }

    private static final class Variant extends MergingTriggerAlternatives.WithTimers.OpenSessions {
      @Override
      boolean isLate(long alone, long end, long watermark) {
        return alone - 1 <= watermark;
      }
    }
  }

  @Misconception(
      headline = "A view whose session was over at that very moment opened one all the same.",
      when = "a session is over only when the watermark is past its last millisecond.",
      rule = "A session is over when the watermark reaches its last millisecond: end - 1 ms.")
  public static final class LateByOneMilli implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::userId).process(new Variant());
    }

    private static final class Variant extends MergingTriggerAlternatives.WithTimers.OpenSessions {
      @Override
      boolean isLate(long alone, long end, long watermark) {
        return end <= watermark;
      }
    }
  }

  @Misconception(
      headline = "The closed row is called open.",
      when = "every row is labelled alike, because the function does not ask for the watermark.",
      rule = "The function that labels a session can see the watermark: at the end it is closed.",
      hint = 2)
  public static final class NeverClosed implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Sessions.Growing())
          .map(
              row ->
                  new SessionProgress(
                      row.windowStart(),
                      row.windowEnd(),
                      row.user(),
                      row.views(),
                      SessionProgress.OPEN));
    }
  }

  @Misconception(
      headline = "A session was said to end with its last view.",
      when = "the gap is taken off the end of the window again.",
      rule = "A session's window reaches to the end of the silence: the last view plus the gap.")
  public static final class EndsWithTheLastView implements StreamJob<ClickEvent, SessionProgress> {
    @Override
    public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
      return Sessions.follow(views, new Sessions.Growing())
          .map(
              row ->
                  new SessionProgress(
                      row.windowStart(),
                      row.windowEnd().minus(Sessions.GAP),
                      row.user(),
                      row.views(),
                      row.status()));
    }
  }
}
