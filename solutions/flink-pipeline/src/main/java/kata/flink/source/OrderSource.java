package kata.flink.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.EventFileException;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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

  /** Parses each record, and never fails. */
  static final class ParsedSchema implements KafkaRecordDeserializationSchema<Parsed> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Parsed> out) {
      out.collect(Parsed.of(record));
    }

    @Override
    public TypeInformation<Parsed> getProducedType() {
      return TypeInformation.of(Parsed.class);
    }
  }

  /**
   * What was made of a record: an order, or else a dead letter. The other of the two is null.
   *
   * @param order is well-formed
   * @param dead is not
   */
  public record Parsed(Order order, DeadLetter dead) {

    private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

    static Parsed of(ConsumerRecord<byte[], byte[]> record) {
      String text =
          record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
      return of(record.partition(), record.offset(), text);
    }

    static Parsed of(int partition, long offset, String text) {
      DeadLetter dead = new DeadLetter(partition, offset, text);
      if (text == null) {
        return new Parsed(null, dead);
      }
      try {
        return new Parsed(JSON.fromLine(text), null);
      } catch (EventFileException e) {
        return new Parsed(null, dead);
      }
    }

    boolean isOrder() {
      return order != null;
    }
  }

  /**
   * A record that is no order, and where it is to be found.
   *
   * @param text its value; null if it has none
   */
  public record DeadLetter(int partition, long offset, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
      return JSON.createObjectNode()
          .put("partition", partition)
          .put("offset", offset)
          .put("text", text)
          .toString();
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
    static String json(long start, long end, String region, long orders) {
      return """
      {"window_start":"%s","window_end":"%s","region":"%s","orders":%d}\
      """
          .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), region, orders);
    }

    /** Names the window and the region of a count. */
    static final class Label implements WindowFunction<Long, String, String, TimeWindow> {

      private static final long serialVersionUID = 1L;

      @Override
      public void apply(
          String region, TimeWindow window, Iterable<Long> counts, Collector<String> out) {
        for (long orders : counts) {
          out.collect(json(window.getStart(), window.getEnd(), region, orders));
        }
      }
    }
  }
}
