package kata.flink.transactions;

import static kata.flink.transactions.Cashback.CHECKPOINT_INTERVAL;
import static kata.flink.transactions.Cashback.aMinuteBehind;
import static kata.flink.transactions.Cashback.exactlyOnce;
import static kata.flink.transactions.Cashback.topic;
import static kata.flink.transactions.Cashback.totals;
import static kata.flink.transactions.Cashback.transactions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.flink.pipeline.Pipeline;
import kata.flink.transactions.Cashback.Reward;
import kata.flink.transactions.Cashback.UserTotal;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Right answers to {@link Cashback} that are written differently. */
public final class CashbackAlternatives {

  private CashbackAlternatives() {}

  /** Finds all in two functions with side outputs, and rounds exact decimals. */
  public static final class SideOutputs implements Pipeline {

    private static final OutputTag<String> BIG = new OutputTag<>("big") {};

    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<Reward> rewards =
          env.fromSource(topic(at), WatermarkStrategy.noWatermarks(), "transactions")
              .assignTimestampsAndWatermarks(aMinuteBehind())
              .process(new Rewards());
      SingleOutputStreamOperator<String> totals =
          rewards
              .keyBy(Reward::userId)
              .window(TumblingEventTimeWindows.of(Duration.ofMinutes(10)))
              .process(new Totals());
      rewards.map(Reward::json).sinkTo(exactlyOnce(at, "cashback"));
      totals.sinkTo(exactlyOnce(at, "user-totals"));
      totals.getSideOutput(BIG).sinkTo(exactlyOnce(at, "big-spenders"));
    }

    private static final class Rewards extends ProcessFunction<Transaction, Reward> {

      private static final long serialVersionUID = 1L;
      private static final BigDecimal BOUND = new BigDecimal("100.00");

      @Override
      public void processElement(Transaction transaction, Context context, Collector<Reward> out) {
        BigDecimal amount = BigDecimal.valueOf(transaction.amountCents(), 2);
        if (transaction.status() == TransactionStatus.DECLINED || amount.compareTo(BOUND) <= 0) {
          return;
        }
        BigDecimal share = BigDecimal.valueOf(Cashback.percent(transaction.category()), 2);
        BigDecimal cashback = amount.multiply(share).setScale(2, RoundingMode.HALF_UP);
        out.collect(Reward.of(transaction, cashback.unscaledValue().longValueExact()));
      }
    }

    private static final class Totals
        extends ProcessWindowFunction<Reward, String, String, TimeWindow> {

      private static final long serialVersionUID = 1L;

      @Override
      public void process(
          String user, Context context, Iterable<Reward> rewards, Collector<String> out) {
        long cents = 0;
        for (Reward reward : rewards) {
          cents += reward.paidCents();
        }
        TimeWindow window = context.window();
        UserTotal total = new UserTotal(window.getStart(), window.getEnd(), user, cents);
        out.collect(total.json());
        if (Cashback.isBig(total)) {
          context.output(BIG, total.json());
        }
      }
    }
  }

  /** Writes all records with one sink, which finds the topic of each. */
  public static final class OneSink implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      DataStream<Reward> rewards =
          transactions(env, at)
              .filter(Cashback::counts)
              .map(it -> Reward.of(it, Cashback.cashbackCents(it)));
      DataStream<UserTotal> totals = totals(rewards);
      rewards
          .map(it -> new Line("cashback", it.json()))
          .union(
              totals.map(it -> new Line("user-totals", it.json())),
              totals.filter(Cashback::isBig).map(it -> new Line("big-spenders", it.json())))
          .sinkTo(
              KafkaSink.<Line>builder()
                  .setBootstrapServers(at.kafka())
                  .setRecordSerializer(byLine(at))
                  .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                  .setTransactionalIdPrefix("cashback")
                  .build());
    }

    private static KafkaRecordSerializationSchema<Line> byLine(Connections at) {
      return (line, context, timestamp) ->
          new ProducerRecord<>(
              at.topic(line.topic()), new SimpleStringSchema().serialize(line.json()));
    }
  }
}
