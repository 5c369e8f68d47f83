package kata.flink.patterns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kata.datasets.CardAlert;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Find three declined card payments and a large one after them, within ten minutes. */
public final class DeclinedPayments implements Pipeline {

  static final Duration LIMIT = Duration.ofMinutes(10);
  static final String DECLINED = "declined";
  static final String LARGE = "large";

  private static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();
  private static final long LARGE_CENTS = 50_000;

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    Pattern<Transaction, ?> pattern =
        Pattern.<Transaction>begin(DECLINED)
            .where(SimpleCondition.of(DeclinedPayments::isDeclined))
            .times(3)
            .followedBy(LARGE)
            .where(SimpleCondition.of(DeclinedPayments::isLarge))
            .within(LIMIT);
    CEP.pattern(byUser(env, at), pattern).process(new Alert()).sinkTo(alerts(at));
  }

  static boolean isDeclined(Transaction transaction) {
    return transaction.status() == TransactionStatus.DECLINED;
  }

  static boolean isLarge(Transaction transaction) {
    return !isDeclined(transaction) && transaction.amountCents() >= LARGE_CENTS;
  }

  static KeyedStream<Transaction, String> byUser(StreamExecutionEnvironment env, Connections at) {
    return transactions(env, at).keyBy(Transaction::userId);
  }

  static DataStream<Transaction> transactions(StreamExecutionEnvironment env, Connections at) {
    return transactions(
        env,
        at,
        aMinuteBehind().withTimestampAssigner((it, written) -> it.eventTime().toEpochMilli()));
  }

  static DataStream<Transaction> transactions(
      StreamExecutionEnvironment env, Connections at, WatermarkStrategy<Transaction> time) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    KafkaSource<Transaction> topic =
        KafkaSource.<Transaction>builder()
            .setBootstrapServers(at.kafka())
            .setTopics(at.topic("transactions"))
            .setGroupId(at.group())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new TransactionSchema())
            .build();
    return env.fromSource(topic, time, "transactions");
  }

  static WatermarkStrategy<Transaction> aMinuteBehind() {
    return WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMinutes(1));
  }

  static CardAlert alert(List<Transaction> declined, Transaction large) {
    return new CardAlert(
        large.userId(),
        declined.stream().map(Transaction::transactionId).collect(Collectors.joining(" ")),
        large.transactionId());
  }

  static JdbcSink<CardAlert> alerts(Connections at) {
    return JdbcSink.<CardAlert>builder()
        .withQueryStatement(
            """
            insert into alerts (declined, large, user_id) values (?, ?, ?)
            on conflict (declined, large) do nothing
            """,
            (values, alert) -> {
              values.setString(1, alert.declined());
              values.setString(2, alert.large());
              values.setString(3, alert.userId());
            })
        .buildAtLeastOnce(
            new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(at.databaseUrl())
                .withUsername(at.databaseUser())
                .withPassword(at.databasePassword())
                .build());
  }

  /** Makes an alert of a match. */
  static final class Alert extends PatternProcessFunction<Transaction, CardAlert> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processMatch(
        Map<String, List<Transaction>> match, Context context, Collector<CardAlert> out) {
      out.collect(alert(match.get(DECLINED), match.get(LARGE).get(0)));
    }
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
}
