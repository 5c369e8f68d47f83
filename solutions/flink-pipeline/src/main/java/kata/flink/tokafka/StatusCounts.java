package kata.flink.tokafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Write how many orders took each status in windows of 30 seconds back to Kafka, exactly once. */
public final class StatusCounts implements Pipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();
  static final Duration SIZE = Duration.ofSeconds(30);

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    DataStream<Order> orders =
        env.fromSource(topic(at, OffsetsInitializer.earliest()), tenSecondsBehind(), "orders");
    counts(orders, TumblingEventTimeWindows.of(SIZE)).sinkTo(exactlyOnce(at));
  }

  static KafkaSource<Order> topic(Connections at, OffsetsInitializer start) {
    return KafkaSource.<Order>builder()
        .setBootstrapServers(at.kafka())
        .setTopics(at.topic("orders"))
        .setGroupId(at.group())
        .setStartingOffsets(start)
        .setValueOnlyDeserializer(new OrderSchema())
        .build();
  }

  static WatermarkStrategy<Order> tenSecondsBehind() {
    return WatermarkStrategy.<Order>forBoundedOutOfOrderness(Duration.ofSeconds(10))
        .withTimestampAssigner((order, written) -> order.eventTime().toEpochMilli());
  }

  static DataStream<String> counts(
      DataStream<Order> orders, WindowAssigner<Object, TimeWindow> windows) {
    return orders
        .keyBy(order -> order.status().name())
        .window(windows)
        .aggregate(new CountOrders(), new CountOrders.Label());
  }

  static KafkaSink<String> exactlyOnce(Connections at) {
    return sink(at)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(at.group() + "-status-counts")
        .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "900000")
        .build();
  }

  static KafkaSinkBuilder<String> sink(Connections at) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(at.kafka())
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(at.topic("status-counts"))
                .setValueSerializationSchema(new SimpleStringSchema())
                .build());
  }

  /** Reads an order from the value of a record. */
  static final class OrderSchema extends AbstractDeserializationSchema<Order> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

    OrderSchema() {
      super(Order.class);
    }

    @Override
    public Order deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }

  /** Counts the orders of a window as they come. */
  static final class CountOrders implements AggregateFunction<Order, Long, Long> {

    private static final long serialVersionUID = 1L;

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(Order order, Long orders) {
      return orders + 1;
    }

    @Override
    public Long getResult(Long orders) {
      return orders;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }

    /** Returns a count as JSON. */
    static String json(long start, long end, String status, long orders) {
      return """
      {"window_start":"%s","window_end":"%s","status":"%s","orders":%d}\
      """
          .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), status, orders);
    }

    /** Names the window and the status of a count. */
    static final class Label implements WindowFunction<Long, String, String, TimeWindow> {

      private static final long serialVersionUID = 1L;

      @Override
      public void apply(
          String status, TimeWindow window, Iterable<Long> counts, Collector<String> out) {
        for (long orders : counts) {
          out.collect(json(window.getStart(), window.getEnd(), status, orders));
        }
      }
    }
  }
}
