package kata.flink.tokafka;

import static kata.flink.tokafka.StatusCounts.CHECKPOINT_INTERVAL;
import static kata.flink.tokafka.StatusCounts.SIZE;
import static kata.flink.tokafka.StatusCounts.counts;
import static kata.flink.tokafka.StatusCounts.sink;
import static kata.flink.tokafka.StatusCounts.tenSecondsBehind;
import static kata.flink.tokafka.StatusCounts.topic;

import java.nio.charset.StandardCharsets;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.flink.tokafka.StatusCounts.CountOrders;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Right answers to {@link StatusCounts} that are written differently. */
public final class StatusCountsAlternatives {

  private StatusCountsAlternatives() {}

  /** Takes its transactional ids from a pool, and the timeout that Flink sets by itself. */
  public static final class PoolOfTransactions implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<Order> orders =
          env.fromSource(topic(at, OffsetsInitializer.earliest()), tenSecondsBehind(), "orders");
      counts(orders, TumblingEventTimeWindows.of(SIZE))
          .sinkTo(
              sink(at)
                  .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                  .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                  .setTransactionalIdPrefix(at.group())
                  .build());
    }
  }

  /**
   * Reads text, counts when a window ends, names transactions alike in every run, and sets keys.
   */
  public static final class TextFirst implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      KafkaSource<String> lines =
          KafkaSource.<String>builder()
              .setBootstrapServers(at.kafka())
              .setTopics(at.topic("orders"))
              .setGroupId(at.group())
              .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
              .setValueOnlyDeserializer(new SimpleStringSchema())
              .build();
      env.fromSource(lines, WatermarkStrategy.noWatermarks(), "orders")
          .map(line -> JsonLines.of(EventFields.ORDERS).fromLine(line))
          .assignTimestampsAndWatermarks(tenSecondsBehind())
          .keyBy(order -> order.status().name())
          .window(TumblingEventTimeWindows.of(SIZE))
          .process(new CountAll())
          .sinkTo(
              KafkaSink.<String>builder()
                  .setBootstrapServers(at.kafka())
                  .setRecordSerializer(byText(at.topic("status-counts")))
                  .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                  .setTransactionalIdPrefix("status-counts")
                  .build());
    }
  }

  private static KafkaRecordSerializationSchema<String> byText(String topic) {
    return (count, context, timestamp) -> {
      byte[] text = count.getBytes(StandardCharsets.UTF_8);
      return new ProducerRecord<>(topic, text, text);
    };
  }

  /** Counts the orders of a window when it ends. */
  private static final class CountAll
      extends ProcessWindowFunction<Order, String, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String status, Context context, Iterable<Order> orders, Collector<String> out) {
      long count = 0;
      for (Order order : orders) {
        count++;
      }
      TimeWindow window = context.window();
      out.collect(CountOrders.json(window.getStart(), window.getEnd(), status, count));
    }
  }
}
