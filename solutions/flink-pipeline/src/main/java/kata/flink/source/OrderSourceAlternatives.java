package kata.flink.source;

import static kata.flink.source.OrderSource.CHECKPOINT_INTERVAL;
import static kata.flink.source.OrderSource.PATIENCE;
import static kata.flink.source.OrderSource.aMinuteBehind;
import static kata.flink.source.OrderSource.counts;
import static kata.flink.source.OrderSource.sink;
import static kata.flink.source.OrderSource.topic;

import java.time.Duration;
import kata.datasets.Order;
import kata.flink.pipeline.Pipeline;
import kata.flink.source.OrderSource.Parsed;
import kata.flink.source.OrderSource.ParsedSchema;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Right answers to {@link OrderSource} that are written differently. */
public final class OrderSourceAlternatives {

  private OrderSourceAlternatives() {}

  /** Parts orders and dead letters with a side output, and has a watermark generator of its own. */
  public static final class SideOutput implements Pipeline {

    private static final OutputTag<String> DEAD = new OutputTag<>("dead") {};

    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      WatermarkStrategy<Parsed> ordersOnly =
          WatermarkStrategy.<Parsed>forGenerator(context -> new OrdersOnly())
              .withTimestampAssigner(
                  (parsed, written) ->
                      parsed.isOrder() ? parsed.order().eventTime().toEpochMilli() : written)
              .withIdleness(PATIENCE);
      SingleOutputStreamOperator<Order> orders =
          env.fromSource(topic(at), ordersOnly, "orders").process(new Part());
      counts(orders).sinkTo(sink(at, "order-counts"));
      orders.getSideOutput(DEAD).sinkTo(sink(at, "orders-dead"));
    }

    private static final class Part extends ProcessFunction<Parsed, Order> {

      private static final long serialVersionUID = 1L;

      @Override
      public void processElement(Parsed parsed, Context context, Collector<Order> out) {
        if (parsed.isOrder()) {
          out.collect(parsed.order());
        } else {
          context.output(DEAD, parsed.dead().json());
        }
      }
    }
  }

  /** Follows the latest order a minute behind, and overlooks what is none. */
  private static final class OrdersOnly implements WatermarkGenerator<Parsed> {

    private static final long BEHIND = Duration.ofMinutes(1).toMillis();

    private long latest = Long.MIN_VALUE + BEHIND + 1;

    @Override
    public void onEvent(Parsed parsed, long timestamp, WatermarkOutput output) {
      if (parsed.isOrder()) {
        latest = Math.max(latest, timestamp);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(latest - BEHIND - 1));
    }
  }

  /** Reads the topic twice: once for the orders, once for the rest. */
  public static final class TwoSources implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<Parsed> orders =
          env.fromSource(topic(at), aMinuteBehind().withIdleness(PATIENCE), "orders");
      DataStream<Parsed> rest =
          env.fromSource(
              topic(at, new ParsedSchema()).setGroupId(at.group() + "-dead").build(),
              WatermarkStrategy.noWatermarks(),
              "dead letters");
      counts(orders.filter(Parsed::isOrder).map(Parsed::order)).sinkTo(sink(at, "order-counts"));
      rest.filter(it -> !it.isOrder()).map(it -> it.dead().json()).sinkTo(sink(at, "orders-dead"));
    }
  }
}
