package kata.flink.capstone;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.ConversionRate;
import kata.datasets.EventType;
import kata.datasets.LateEvent;
import kata.datasets.PageCount;
import kata.datasets.VisitCount;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class ShopMorningAlternatives {

  private static final long FIVE_MINUTES = Reports.FIVE_MINUTES.toMillis();

  private ShopMorningAlternatives() {}

  private static long endOfFive(ClickEvent event) {
    return (event.eventTime().toEpochMilli() / FIVE_MINUTES + 1) * FIVE_MINUTES;
  }

  /** Looks at all events of a window when it is complete, and compares late ones by hand. */
  public static final class WholeWindows extends ShopMorning {

    @Override
    DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
      return events
          .keyBy(ClickEvent::userId)
          .window(EventTimeSessionWindows.withGap(Reports.GAP))
          .process(new Reports.Visits());
    }

    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return events
          .windowAll(Reports.five())
          .process(new Reports.Conversion(it -> it.buyers() * 1_000 / it.visitors()));
    }

    @Override
    DataStream<PageCount> trending(DataStream<ClickEvent> events) {
      return Reports.views(events).windowAll(Reports.tenEveryTwo()).process(new Reports.Best());
    }

    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return events.process(new CompareWithWatermark());
    }
  }

  private static final class CompareWithWatermark extends ProcessFunction<ClickEvent, LateEvent> {

    @Override
    public void processElement(ClickEvent event, Context context, Collector<LateEvent> out) {
      if (endOfFive(event) - 1 <= context.timerService().currentWatermark()) {
        out.collect(Reports.late(event));
      }
    }
  }

  /** Counts people in state: the users of each five minutes, and whether they bought. */
  public static final class StateAndTimers extends ShopMorning {

    @Override
    DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
      return events.keyBy(ShopMorningAlternatives::endOfFive).process(new PeopleInState());
    }

    @Override
    DataStream<LateEvent> late(DataStream<ClickEvent> events) {
      return Reports.late(events, Reports.five(), Duration.ZERO);
    }
  }

  private static final class PeopleInState
      extends KeyedProcessFunction<Long, ClickEvent, ConversionRate> {

    private transient MapState<String, Boolean> bought;
    private transient ValueState<Long> events;

    @Override
    public void open(OpenContext context) {
      bought =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("bought", String.class, Boolean.class));
      events = getRuntimeContext().getState(new ValueStateDescriptor<>("events", Long.class));
    }

    @Override
    public void processElement(ClickEvent event, Context context, Collector<ConversionRate> out)
        throws Exception {
      long last = context.getCurrentKey() - 1;
      if (last <= context.timerService().currentWatermark()) {
        return;
      }
      boolean before = Boolean.TRUE.equals(bought.get(event.userId()));
      bought.put(event.userId(), before || event.eventType() == EventType.PURCHASE);
      events.update(events.value() == null ? 1 : events.value() + 1);
      context.timerService().registerEventTimeTimer(last);
    }

    @Override
    public void onTimer(long last, OnTimerContext context, Collector<ConversionRate> out)
        throws Exception {
      long visitors = 0;
      long buyers = 0;
      for (boolean it : bought.values()) {
        visitors++;
        buyers += it ? 1 : 0;
      }
      Instant end = Instant.ofEpochMilli(context.getCurrentKey());
      out.collect(
          new ConversionRate(
              end.minus(Reports.FIVE_MINUTES),
              end,
              events.value(),
              visitors,
              buyers,
              buyers * 1_000 / visitors));
      bought.clear();
      events.clear();
    }
  }
}
