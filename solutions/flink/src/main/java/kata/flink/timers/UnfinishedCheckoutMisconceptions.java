package kata.flink.timers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kata.datasets.CheckoutAlert;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** What people get wrong when they wait for something that does not come. */
public final class UnfinishedCheckoutMisconceptions {

  private UnfinishedCheckoutMisconceptions() {}

  @Misconception(
      headline = "A purchase exactly at the limit did not count.",
      when = "only a purchase before the limit is in time.",
      rule = "The task says it: exactly at the limit is in time.")
  public static final class LimitIsTooLate implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean inTime(long started, long purchased) {
        return purchased < started + LIMIT;
      }
    }
  }

  @Misconception(
      headline = "A purchase a moment after the limit still counted.",
      when = "the time between is cut down to whole minutes before it is compared.",
      rule = "Compare moments, not rounded lengths: 15 minutes and 1 ms are more than 15 minutes.")
  public static final class WholeMinutes implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean inTime(long started, long purchased) {
        return (purchased - started) / 60_000 <= 15;
      }
    }
  }

  @Misconception(
      headline = "A purchase that was too late finished its checkout.",
      when = "a purchase is taken as in time if it arrives before the alert.",
      rule = "Arrival says nothing: compare the event time of the purchase with the limit.",
      hint = 2)
  public static final class AnyPurchaseCounts implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean inTime(long started, long purchased) {
        return true;
      }
    }
  }

  @Misconception(
      headline = "A purchase that arrived before its checkout finished it, though it was too late.",
      when = "the limit is checked for purchases that arrive second only.",
      rule = "Both orders of arrival need the same comparison of event times.",
      hint = 2)
  public static final class FirstPurchaseUnchecked implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean firstInTime(long started, long purchased) {
        return true;
      }
    }
  }

  @Misconception(
      headline = "A checkout was reported whose purchase had arrived before it.",
      when = "a purchase without a checkout is dropped.",
      rule = "Events arrive in any order: the end may come first, and has to be remembered.",
      hint = 2)
  public static final class EndFirstLost implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean remembersPurchase() {
        return false;
      }
    }
  }

  @Misconception(
      headline = "A late checkout was reported though its purchase had been there.",
      when = "a purchase is forgotten before event time is fifteen minutes past it.",
      rule =
          "A late checkout may still come; the task says for how long the purchase is remembered.",
      hint = 3)
  public static final class ForgetsTooEarly implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      long forgetPurchaseAt(long purchased) {
        return purchased;
      }
    }
  }

  @Misconception(
      headline = "Checkouts that had been finished were reported.",
      when = "the timer goes off for finished checkouts, and nobody looks whether they are open.",
      rule = "Delete the timer or clear the state when the purchase comes; a timer knows neither.",
      hint = 2)
  public static final class NobodyDeletesTheTimer implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void finish(Context context, long limit) {}
    }
  }

  @Misconception(
      headline = "The alert came while a purchase could still be in time.",
      when = "the timer stands one millisecond before the limit.",
      rule = "At the limit a purchase is in time: wait until the watermark has passed it.",
      hint = 3)
  public static final class TimerOneMillisEarly implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      long timerOf(long started) {
        return started + LIMIT - 1;
      }
    }
  }

  @Misconception(
      headline = "Every checkout was reported with the next watermark.",
      when = "the timer is given the length of the limit, not the moment.",
      rule = "A timer takes a moment in event time; a length alone is a moment in January 1970.",
      hint = 2)
  public static final class DurationForMoment implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      long timerOf(long started) {
        return LIMIT;
      }
    }
  }

  @Misconception(
      headline = "A checkout without any purchase was never reported.",
      when = "the alert waits for a purchase that is too late.",
      rule = "What does not happen makes no event: only a timer can tell that nothing came.",
      hint = 2)
  public static final class NoTimer implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void watch(Context context, long started) {}

      @Override
      void tooLate(ClickEvent checkout, Collector<CheckoutAlert> out) throws Exception {
        out.collect(alert(checkout));
        checkoutState.clear();
      }
    }
  }

  @Misconception(
      headline = "A purchase without a checkout was remembered for more than fifteen minutes.",
      when = "a purchase whose checkout does not come is cleared too late, or never.",
      rule = "State stays until you clear it; a timer can do that when it is of no use any more.",
      hint = 3)
  public static final class PurchaseStays implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void forgetLater(Context context, long purchased) {}
    }
  }

  @Misconception(
      headline = "The alerts are right, but what belongs to them is still in state.",
      when = "a checkout, or a purchase that was too late for it, is not cleared with its alert.",
      rule = "State stays until you clear it: for each session, for ever.",
      hint = 3)
  public static final class CheckoutStays implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void reported() {}
    }
  }

  @Misconception(
      headline = "A click that was no purchase finished a checkout.",
      when = "every event of the session after the checkout counts as its end.",
      rule = "Only a purchase finishes a checkout; filter what you do not need.")
  public static final class AnyClickCounts implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean isPurchase(ClickEvent click) {
        return click.eventType() != EventType.CHECKOUT;
      }
    }
  }

  @Misconception(
      headline = "Two sessions of one user were taken for one.",
      when = "the stream is partitioned by user.",
      rule = "State and timers belong to a key: choose the one that the task talks about.")
  public static final class KeyedByUser implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::userId).process(new Checkouts());
    }
  }

  @Misconception(
      headline = "Nothing came out: the timers do not look at event time.",
      when = "timers of processing time are set.",
      rule =
          "A timer of processing time follows the machine's clock; a bounded input ends before"
              + " that.",
      hint = 2)
  public static final class ProcessingTime implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void watch(Context context, long started) {
        context
            .timerService()
            .registerProcessingTimeTimer(context.timerService().currentProcessingTime() + LIMIT);
      }
    }
  }

  @Misconception(
      headline = "A late checkout was finished by a purchase that should have been forgotten.",
      when = "a purchase is remembered for longer than fifteen minutes.",
      rule = "The task says for how long: until event time is fifteen minutes past the purchase.",
      hint = 3,
      sameAs = "PurchaseStays")
  public static final class RemembersTooLong implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      long forgetPurchaseAt(long purchased) {
        return purchased + 2 * LIMIT;
      }
    }
  }

  @Misconception(
      headline = "The alerts are right, but a purchase that came late is still in state.",
      when = "only a purchase that is ahead of the watermark has a timer that forgets it.",
      rule = "A timer may stand in the past: it goes off with the next watermark.",
      hint = 3)
  public static final class LatePurchaseStays implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void forgetLater(Context context, long purchased) {
        if (purchased > context.timerService().currentWatermark()) {
          super.forgetLater(context, purchased);
        }
      }
    }
  }

  @Misconception(
      headline =
          "The alerts are right, but a purchase that came fifteen minutes late is still in state.",
      when = "a purchase that is due to be forgotten when it arrives is noted, but has no timer.",
      rule = "What is noted needs a timer that forgets it, or must not be noted at all.",
      hint = 3,
      sameAs = "LatePurchaseStays")
  public static final class OldPurchaseStays implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void forgetLater(Context context, long purchased) {
        if (forgetPurchaseAt(purchased) > context.timerService().currentWatermark()) {
          super.forgetLater(context, purchased);
        }
      }
    }
  }

  @Misconception(
      headline =
          "The alerts are right, but a purchase that was too late for its checkout is still in"
              + " state.",
      when =
          "a purchase after the limit is noted while its checkout is still waiting for the alert.",
      rule = "A purchase that is too late finishes nothing, so that there is nothing to remember.",
      hint = 3,
      sameAs = "CheckoutStays")
  public static final class NotesTooLate implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
          throws Exception {
        super.processElement(click, context, out);
        if (isPurchase(click) && checkoutState.value() != null) {
          purchaseState.update(context.timestamp());
        }
      }
    }
  }

  @Misconception(
      headline = "Clicks that came late were left out, though they could still change an alert.",
      when = "a click behind the watermark is dropped.",
      rule = "Behind the watermark is not too late: a purchase counts until the alert is out.",
      hint = 2)
  public static final class LateClicksDropped implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
          throws Exception {
        if (context.timestamp() > context.timerService().currentWatermark()) {
          super.processElement(click, context, out);
        }
      }
    }
  }

  @Misconception(
      headline = "The alert came a millisecond too late.",
      when = "the timer stands one millisecond after the limit.",
      rule = "A timer at the limit goes off when all up to and including the limit is there.",
      hint = 3)
  public static final class TimerOneMillisLate implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      long timerOf(long started) {
        return started + LIMIT + 1;
      }
    }
  }

  @Misconception(
      headline = "Checkouts that were open were forgotten when the job failed.",
      when = "what is waited for is kept in maps that are fields of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 2)
  public static final class CheckoutsInField implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {

      private final Map<String, ClickEvent> open = new HashMap<>();
      private final Map<String, Long> bought = new HashMap<>();

      @Override
      public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out) {
        String session = click.sessionId();
        if (click.eventType() == EventType.CHECKOUT) {
          Long purchased = bought.remove(session);
          if (purchased == null || !inTime(context.timestamp(), purchased)) {
            open.put(session, click);
            watch(context, context.timestamp());
          }
        } else if (isPurchase(click)) {
          ClickEvent checkout = open.get(session);
          if (checkout == null) {
            bought.put(session, context.timestamp());
            forgetLater(context, context.timestamp());
          } else if (inTime(checkout.eventTime().toEpochMilli(), context.timestamp())) {
            open.remove(session);
          }
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<CheckoutAlert> out) {
        String session = context.getCurrentKey();
        bought.remove(session);
        ClickEvent checkout = open.get(session);
        if (checkout != null && timerOf(checkout.eventTime().toEpochMilli()) == time) {
          open.remove(session);
          out.collect(alert(checkout));
        }
      }
    }
  }

  @Misconception(
      headline = "A purchase that arrived late was remembered for too long.",
      when = "the fifteen minutes of a purchase are counted from its arrival.",
      rule = "Event time decides: a purchase is remembered for fifteen minutes from its own time.",
      hint = 3)
  public static final class RemembersFromArrival implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      void forgetLater(Context context, long purchased) {
        long arrived = Math.max(purchased, context.timerService().currentWatermark());
        context.timerService().registerEventTimeTimer(arrived + LIMIT);
      }
    }
  }

  @Misconception(
      headline = "A purchase that was ahead of the watermark was forgotten too early.",
      when = "the fifteen minutes of a purchase are counted from the watermark at its arrival.",
      rule =
          "The watermark may be far behind a purchase: count from the purchase's own event time.",
      hint = 3)
  public static final class ForgetsFromWatermark implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {

      private transient long watermark;

      @Override
      public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
          throws Exception {
        watermark = context.timerService().currentWatermark();
        super.processElement(click, context, out);
      }

      @Override
      long forgetPurchaseAt(long purchased) {
        return watermark + LIMIT;
      }
    }
  }

  @Misconception(
      headline = "The alerts are right, but what belongs to them is still in state.",
      when = "the timer that clears a checkout stands a day after its limit.",
      rule = "When the alert is out, a checkout is of no use any more: clear it then.",
      hint = 3,
      sameAs = "CheckoutStays")
  public static final class ClearedADayLater implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {

      private static final long DAY = Duration.ofDays(1).toMillis();

      @Override
      void watch(Context context, long started) {
        super.watch(context, started);
        context.timerService().registerEventTimeTimer(timerOf(started) + DAY);
      }

      @Override
      void reported() {}

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<CheckoutAlert> out)
          throws Exception {
        ClickEvent open = checkoutState.value();
        if (open != null && time == timerOf(open.eventTime().toEpochMilli()) + DAY) {
          checkoutState.clear();
        } else {
          super.onTimer(time, context, out);
        }
      }
    }
  }

  @Misconception(
      headline = "A purchase at the very moment of its checkout did not count.",
      when = "a purchase has to be later than its checkout.",
      rule = "Both may bear one time: a purchase counts if it is not after the limit.")
  public static final class LaterOnly implements StreamJob<ClickEvent, CheckoutAlert> {
    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Variant());
    }

    private static final class Variant extends Checkouts {
      @Override
      boolean inTime(long started, long purchased) {
        return purchased > started && super.inTime(started, purchased);
      }
    }
  }
}
