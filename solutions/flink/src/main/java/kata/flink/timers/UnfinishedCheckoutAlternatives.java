package kata.flink.timers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.CheckoutAlert;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class UnfinishedCheckoutAlternatives {

  private UnfinishedCheckoutAlternatives() {}

  /** Deletes no timer: each asks the state whether it still has something to say. */
  public static final class TimersThatAsk implements StreamJob<ClickEvent, CheckoutAlert> {

    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks
          .filter(
              click ->
                  click.eventType() == EventType.CHECKOUT
                      || click.eventType() == EventType.PURCHASE)
          .keyBy(ClickEvent::sessionId)
          .process(new Ask());
    }

    private static final class Ask extends KeyedProcessFunction<String, ClickEvent, CheckoutAlert> {

      private transient ListState<ClickEvent> seen;

      @Override
      public void open(OpenContext context) {
        seen = getRuntimeContext().getListState(new ListStateDescriptor<>("s", ClickEvent.class));
      }

      @Override
      public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
          throws Exception {
        seen.add(click);
        context.timerService().registerEventTimeTimer(context.timestamp() + Checkouts.LIMIT);
      }

      @Override
      public void onTimer(long limit, OnTimerContext context, Collector<CheckoutAlert> out)
          throws Exception {
        Instant started = Instant.ofEpochMilli(limit - Checkouts.LIMIT);
        List<ClickEvent> later = new ArrayList<>();
        ClickEvent checkout = null;
        boolean inTime = false;
        for (ClickEvent click : seen.get()) {
          inTime |=
              click.eventType() == EventType.PURCHASE && click.eventTime().toEpochMilli() <= limit;
          if (click.eventTime().isAfter(started)) {
            later.add(click);
          } else if (click.eventType() == EventType.CHECKOUT) {
            checkout = click;
          }
        }
        if (checkout != null && !inTime) {
          out.collect(Checkouts.alert(checkout));
        }
        seen.update(later);
      }
    }
  }

  /** Keeps the times of both events in one map, and lets one timer clear it. */
  public static final class TwoTimesInAMap implements StreamJob<ClickEvent, CheckoutAlert> {

    @Override
    public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
      return clicks.keyBy(ClickEvent::sessionId).process(new Times());
    }

    private static final class Times
        extends KeyedProcessFunction<String, ClickEvent, CheckoutAlert> {

      private transient MapState<EventType, ClickEvent> seen;

      @Override
      public void open(OpenContext context) {
        seen =
            getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("seen", EventType.class, ClickEvent.class));
      }

      @Override
      public void processElement(ClickEvent click, Context context, Collector<CheckoutAlert> out)
          throws Exception {
        if (click.eventType() != EventType.CHECKOUT && click.eventType() != EventType.PURCHASE) {
          return;
        }
        seen.put(click.eventType(), click);
        if (finished()) {
          seen.clear();
        } else {
          context.timerService().registerEventTimeTimer(context.timestamp() + Checkouts.LIMIT);
        }
      }

      private boolean finished() throws Exception {
        ClickEvent checkout = seen.get(EventType.CHECKOUT);
        ClickEvent purchase = seen.get(EventType.PURCHASE);
        return checkout != null
            && purchase != null
            && !purchase.eventTime().isAfter(Checkouts.alert(checkout).limit());
      }

      @Override
      public void onTimer(long limit, OnTimerContext context, Collector<CheckoutAlert> out)
          throws Exception {
        ClickEvent checkout = seen.get(EventType.CHECKOUT);
        if (checkout != null && checkout.eventTime().toEpochMilli() + Checkouts.LIMIT == limit) {
          out.collect(Checkouts.alert(checkout));
          seen.remove(EventType.CHECKOUT);
        }
        ClickEvent purchase = seen.get(EventType.PURCHASE);
        if (purchase != null && purchase.eventTime().toEpochMilli() + Checkouts.LIMIT <= limit) {
          seen.remove(EventType.PURCHASE);
        }
      }
    }
  }
}
