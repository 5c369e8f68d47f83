package kata.flink.timers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.CheckoutAlert;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Waits for the purchase that finishes a checkout. Each method is a decision that a learner takes,
 * and can take wrongly.
 */
class Checkouts extends KeyedProcessFunction<String, ClickEvent, CheckoutAlert> {

  static final long LIMIT = Duration.ofMinutes(15).toMillis();

  transient ValueState<ClickEvent> checkoutState;
  transient ValueState<Long> purchaseState;

  @Override
  public void open(OpenContext context) {
    checkoutState =
        getRuntimeContext().getState(new ValueStateDescriptor<>("checkout", ClickEvent.class));
    purchaseState = getRuntimeContext().getState(new ValueStateDescriptor<>("bought", Long.class));
  }

  boolean isPurchase(ClickEvent click) {
    return click.eventType() == EventType.PURCHASE;
  }

  /** Returns whether a purchase that arrives after its checkout is in time. */
  boolean inTime(long started, long purchased) {
    return purchased <= started + LIMIT;
  }

  /** Returns whether a purchase that arrived before its checkout is in time. */
  boolean firstInTime(long started, long purchased) {
    return inTime(started, purchased);
  }

  boolean remembersPurchase() {
    return true;
  }

  long timerOf(long started) {
    return started + LIMIT;
  }

  long forgetPurchaseAt(long purchased) {
    return purchased + LIMIT;
  }

  /** Sets the timer of an alert. */
  void watch(Context context, long started) {
    context.timerService().registerEventTimeTimer(timerOf(started));
  }

  /** Sets the timer that forgets a purchase. */
  void forgetLater(Context context, long purchased) {
    context.timerService().registerEventTimeTimer(forgetPurchaseAt(purchased));
  }

  /** Ends the wait for a purchase that has come. */
  void finish(Context context, long timer) {
    checkoutState.clear();
    context.timerService().deleteEventTimeTimer(timer);
  }

  /** Sees to a purchase that is too late. */
  void tooLate(ClickEvent checkout, Collector<CheckoutAlert> out) throws Exception {}

  /** Ends the wait when the alert is out. */
  void reported() {
    checkoutState.clear();
  }

  @Override
  public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
      throws Exception {
    if (click.eventType() == EventType.CHECKOUT) {
      started(click, context);
    } else if (isPurchase(click)) {
      bought(context, out);
    }
  }

  private void started(ClickEvent click, Context context) throws Exception {
    Long purchased = purchaseState.value();
    if (purchased != null) {
      purchaseState.clear();
      context.timerService().deleteEventTimeTimer(forgetPurchaseAt(purchased));
      if (firstInTime(context.timestamp(), purchased)) {
        return;
      }
    }
    checkoutState.update(click);
    watch(context, context.timestamp());
  }

  private void bought(Context context, Collector<CheckoutAlert> out) throws Exception {
    ClickEvent open = checkoutState.value();
    if (open == null) {
      if (remembersPurchase()) {
        purchaseState.update(context.timestamp());
        forgetLater(context, context.timestamp());
      }
      return;
    }
    long started = open.eventTime().toEpochMilli();
    if (inTime(started, context.timestamp())) {
      finish(context, timerOf(started));
    } else {
      tooLate(open, out);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<CheckoutAlert> out)
      throws Exception {
    ClickEvent open = checkoutState.value();
    if (open == null) {
      purchaseState.clear();
    } else {
      out.collect(alert(open));
      reported();
    }
  }

  static CheckoutAlert alert(ClickEvent checkout) {
    Instant limit = checkout.eventTime().plusMillis(LIMIT);
    return new CheckoutAlert(checkout.sessionId(), checkout.userId(), checkout.eventTime(), limit);
  }
}
