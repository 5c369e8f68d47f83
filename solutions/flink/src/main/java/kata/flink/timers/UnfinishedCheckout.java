package kata.flink.timers;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.CheckoutAlert;
import kata.datasets.ClickEvent;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Whichever of the two events comes first is remembered, with a timer that will forget it. */
public final class UnfinishedCheckout implements StreamJob<ClickEvent, CheckoutAlert> {

  @Override
  public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
    return clicks.keyBy(ClickEvent::sessionId).process(new WaitForPurchase());
  }

  private static final class WaitForPurchase
      extends KeyedProcessFunction<String, ClickEvent, CheckoutAlert> {

    private static final long LIMIT = Duration.ofMinutes(15).toMillis();

    private transient ValueState<ClickEvent> checkout;
    private transient ValueState<Long> purchased;

    @Override
    public void open(OpenContext context) {
      checkout =
          getRuntimeContext().getState(new ValueStateDescriptor<>("checkout", ClickEvent.class));
      purchased = getRuntimeContext().getState(new ValueStateDescriptor<>("bought", Long.class));
    }

    @Override
    public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
        throws Exception {
      switch (click.eventType()) {
        case CHECKOUT -> started(click, context.timerService());
        case PURCHASE -> bought(context.timestamp(), context.timerService());
        default -> {}
      }
    }

    private void started(ClickEvent click, TimerService timers) throws Exception {
      long limit = limit(click);
      Long before = purchased.value();
      if (before != null) {
        purchased.clear();
        timers.deleteEventTimeTimer(before + LIMIT);
        if (before <= limit) {
          return;
        }
      }
      checkout.update(click);
      timers.registerEventTimeTimer(limit);
    }

    private void bought(long time, TimerService timers) throws Exception {
      ClickEvent open = checkout.value();
      if (open == null) {
        purchased.update(time);
        timers.registerEventTimeTimer(time + LIMIT);
      } else if (time <= limit(open)) {
        checkout.clear();
        timers.deleteEventTimeTimer(limit(open));
      }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<CheckoutAlert> out)
        throws Exception {
      ClickEvent open = checkout.value();
      if (open == null) {
        purchased.clear();
        return;
      }
      checkout.clear();
      Instant limit = Instant.ofEpochMilli(limit(open));
      out.collect(new CheckoutAlert(open.sessionId(), open.userId(), open.eventTime(), limit));
    }

    private static long limit(ClickEvent checkout) {
      return checkout.eventTime().toEpochMilli() + LIMIT;
    }
  }
}
