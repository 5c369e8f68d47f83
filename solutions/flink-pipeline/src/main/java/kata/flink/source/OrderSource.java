package kata.flink.source;

import java.time.Duration;
import kata.datasets.Order;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/** Read orders from all partitions of a topic in which not every record is an order. */
public final class OrderSource implements Pipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();
  static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    write(at, env.fromSource(topic(at), aMinuteBehind().withIdleness(PATIENCE), "orders"));
  }

  static KafkaSource<Parsed> topic(Connections at) {
    return topic(at, new ParsedSchema()).build();
  }

  static <T> KafkaSourceBuilder<T> topic(
      Connections at, KafkaRecordDeserializationSchema<T> schema) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(at.kafka())
        .setTopics(at.topic("orders"))
        .setGroupId(at.group())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(schema);
  }

  static WatermarkStrategy<Parsed> aMinuteBehind() {
    return WatermarkStrategy.<Parsed>forBoundedOutOfOrderness(Duration.ofMinutes(1))
        .withTimestampAssigner(
            (parsed, written) ->
                parsed.isOrder() ? parsed.order().eventTime().toEpochMilli() : Long.MIN_VALUE);
  }

  static void write(Connections at, DataStream<Parsed> parsed) {
    counts(parsed.filter(Parsed::isOrder).map(Parsed::order)).sinkTo(sink(at, "order-counts"));
    parsed.filter(it -> !it.isOrder()).map(it -> it.dead().json()).sinkTo(sink(at, "orders-dead"));
  }

  static DataStream<String> counts(DataStream<Order> orders) {
    return orders
        .keyBy(Order::region)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .aggregate(new CountOrders(), new CountOrders.Label());
  }

  static KafkaSink<String> sink(Connections at, String topic) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(at.kafka())
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(at.topic(topic))
                .setValueSerializationSchema(new SimpleStringSchema())
                .build())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }
}
