package kata.flink.transactions;

import java.time.Duration;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Give cashback on large transactions, and find those who spend much: one topic in, three out. */
public final class Cashback implements Pipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    DataStream<Reward> rewards =
        transactions(env, at)
            .filter(Cashback::counts)
            .map(transaction -> Reward.of(transaction, cashbackCents(transaction)));
    DataStream<UserTotal> totals = totals(rewards);
    rewards.map(Reward::json).sinkTo(exactlyOnce(at, "cashback"));
    totals.map(UserTotal::json).sinkTo(exactlyOnce(at, "user-totals"));
    totals.filter(Cashback::isBig).map(UserTotal::json).sinkTo(exactlyOnce(at, "big-spenders"));
  }

  static DataStream<Transaction> transactions(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    return env.fromSource(topic(at), aMinuteBehind(), "transactions");
  }

  static KafkaSource<Transaction> topic(Connections at) {
    return KafkaSource.<Transaction>builder()
        .setBootstrapServers(at.kafka())
        .setTopics(at.topic("transactions"))
        .setGroupId(at.group())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new TransactionSchema())
        .build();
  }

  static WatermarkStrategy<Transaction> aMinuteBehind() {
    return WatermarkStrategy.<Transaction>forBoundedOutOfOrderness(Duration.ofMinutes(1))
        .withTimestampAssigner((transaction, written) -> transaction.eventTime().toEpochMilli());
  }

  static boolean counts(Transaction transaction) {
    return transaction.status() == TransactionStatus.APPROVED && transaction.amountCents() > 100_00;
  }

  static long cashbackCents(Transaction transaction) {
    return (transaction.amountCents() * percent(transaction.category()) + 50) / 100;
  }

  static int percent(String category) {
    return switch (category) {
      case "machines" -> 5;
      case "kitchen" -> 3;
      case "coffee", "tea" -> 2;
      default -> 0;
    };
  }

  static DataStream<UserTotal> totals(DataStream<Reward> rewards) {
    return rewards
        .keyBy(Reward::userId)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(10)))
        .aggregate(new AddPaid(), new UserTotal.Label());
  }

  static boolean isBig(UserTotal total) {
    return total.totalCents() > 500_00;
  }

  static KafkaSink<String> exactlyOnce(Connections at, String topic) {
    return sink(at, topic)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(at.topic(topic))
        .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "900000")
        .build();
  }

  static KafkaSinkBuilder<String> sink(Connections at, String topic) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(at.kafka())
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(at.topic(topic))
                .setValueSerializationSchema(new SimpleStringSchema())
                .build());
  }
}
