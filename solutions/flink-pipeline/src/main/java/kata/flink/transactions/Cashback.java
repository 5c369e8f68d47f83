package kata.flink.transactions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
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
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
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

  /** Reads a transaction from the value of a record. */
  static final class TransactionSchema extends AbstractDeserializationSchema<Transaction> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<Transaction> JSON = JsonLines.of(EventFields.TRANSACTIONS);

    TransactionSchema() {
      super(Transaction.class);
    }

    @Override
    public Transaction deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }

  /**
   * A transaction that counts, and what comes back of it.
   *
   * @param cashbackCents how much, in cents; 0 or more
   */
  public record Reward(
      String transactionId, String userId, String category, long amountCents, long cashbackCents) {

    static Reward of(Transaction transaction, long cashbackCents) {
      return new Reward(
          transaction.transactionId(),
          transaction.userId(),
          transaction.category(),
          transaction.amountCents(),
          cashbackCents);
    }

    /** Returns what was paid less what came back, in cents. */
    long paidCents() {
      return amountCents - cashbackCents;
    }

    String json() {
      return """
      {"transaction_id":"%s","user_id":"%s","category":"%s","amount_cents":%d,"cashback_cents":%d}\
      """
          .formatted(transactionId, userId, category, amountCents, cashbackCents);
    }
  }

  /** Adds up what was paid, in cents. */
  static final class AddPaid implements AggregateFunction<Reward, Long, Long> {

    private static final long serialVersionUID = 1L;

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(Reward reward, Long cents) {
      return cents + reward.paidCents();
    }

    @Override
    public Long getResult(Long cents) {
      return cents;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }
  }

  /**
   * What a user has paid in a window.
   *
   * @param windowStart in milliseconds, inclusive
   * @param windowEnd in milliseconds, exclusive
   * @param totalCents less the cashback, in cents
   */
  public record UserTotal(long windowStart, long windowEnd, String userId, long totalCents) {

    String json() {
      return """
      {"window_start":"%s","window_end":"%s","user_id":"%s","total_cents":%d}\
      """
          .formatted(
              Instant.ofEpochMilli(windowStart),
              Instant.ofEpochMilli(windowEnd),
              userId,
              totalCents);
    }

    /** Names the window and the user of a sum. */
    static final class Label implements WindowFunction<Long, UserTotal, String, TimeWindow> {

      private static final long serialVersionUID = 1L;

      @Override
      public void apply(
          String user, TimeWindow window, Iterable<Long> sums, Collector<UserTotal> out) {
        for (long cents : sums) {
          out.collect(new UserTotal(window.getStart(), window.getEnd(), user, cents));
        }
      }
    }
  }
}
