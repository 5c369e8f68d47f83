package kata.flink.tokafka;

import static kata.flink.tokafka.StatusCounts.CHECKPOINT_INTERVAL;
import static kata.flink.tokafka.StatusCounts.SIZE;
import static kata.flink.tokafka.StatusCounts.counts;
import static kata.flink.tokafka.StatusCounts.exactlyOnce;
import static kata.flink.tokafka.StatusCounts.sink;
import static kata.flink.tokafka.StatusCounts.tenSecondsBehind;
import static kata.flink.tokafka.StatusCounts.topic;

import java.time.Duration;
import java.util.UUID;
import kata.datasets.Order;
import kata.flink.pipeline.Pipeline;
import kata.flink.tokafka.StatusCounts.CountOrders;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Wrong answers to {@link StatusCounts}. */
public final class StatusCountsMisconceptions {

  private StatusCountsMisconceptions() {}

  private static DataStream<Order> orders(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    return env.fromSource(topic(at, OffsetsInitializer.earliest()), tenSecondsBehind(), "orders");
  }

  private static void write(
      StreamExecutionEnvironment env, Connections at, KafkaSink<String> counts) {
    counts(orders(env, at), TumblingEventTimeWindows.of(SIZE)).sinkTo(counts);
  }

  private static KafkaSink<String> transactional(Connections at, String prefix, Duration limit) {
    return sink(at)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(prefix)
        .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "" + limit.toMillis())
        .build();
  }

  @Misconception(
      headline = "After a failure the same counts are in the topic once more.",
      when = "the sink delivers at least once.",
      rule = "At least once writes again what it cannot take back; only transactions can.")
  public static final class DeliversAtLeastOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(env, at, sink(at).setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build());
    }
  }

  @Misconception(
      headline = "A checkpoint has completed, and the counts before it are not in the topic.",
      when = "the sink guarantees nothing, and its producer waits for more to send.",
      rule = "Without a guarantee no checkpoint waits for the producer: what it holds may be lost.",
      sameAs = "FollowsTheMachinesClock")
  public static final class GuaranteesNothing implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(
          env,
          at,
          sink(at)
              .setDeliveryGuarantee(DeliveryGuarantee.NONE)
              .setProperty(ProducerConfig.LINGER_MS_CONFIG, "600000")
              .setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "900000")
              .build());
    }
  }

  @Misconception(
      headline = "Nothing is ever committed, and the job does not survive a failure.",
      when = "the sink is exactly once, but no checkpoints are enabled.",
      rule = "It is the checkpoint that commits. Without one, each transaction stays open.")
  public static final class TakesNoCheckpoints implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(
              env.fromSource(
                  topic(at, OffsetsInitializer.earliest()), tenSecondsBehind(), "orders"),
              TumblingEventTimeWindows.of(SIZE))
          .sinkTo(exactlyOnce(at));
    }
  }

  @Misconception(
      headline = "The sink cannot be built: its transactions have no names.",
      when = "an exactly-once sink has no prefix for its transactional ids.",
      rule = "After a failure a sink finds its own open transactions by their names.")
  public static final class NamesNoTransactions implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(env, at, sink(at).setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE).build());
    }
  }

  @Misconception(
      headline = "The broker refuses the sink: its transactions may last too long.",
      when = "the transactions may last longer than the broker allows.",
      rule = "transaction.timeout.ms must not be above the broker's transaction.max.timeout.ms.")
  public static final class AsksForADay implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(env, at, transactional(at, at.group(), Duration.ofDays(1)));
    }
  }

  @Misconception(
      headline = "The broker aborts transactions before a checkpoint commits them.",
      when = "a transaction may stay open for less time than passes between two checkpoints.",
      rule = "transaction.timeout.ms must outlive the checkpoint interval, and a restart as well.")
  public static final class LetsTransactionsExpire implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(env, at, transactional(at, at.group(), Duration.ofSeconds(5)));
    }
  }

  @Misconception(
      headline = "The sink is exactly once, and the checkpoints are not.",
      when = "checkpoints are taken at least once.",
      rule = "The sink writes each count once; that it is right, the checkpoints have to promise.")
  public static final class ChecksAtLeastOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(env, at, exactlyOnce(at));
      env.enableCheckpointing(CHECKPOINT_INTERVAL, CheckpointingMode.AT_LEAST_ONCE);
    }
  }

  @Misconception(
      headline = "A job that is started again does not find its open transactions.",
      when = "the prefix of the transactional ids is drawn by lot each time.",
      rule = "The prefix is an identity: it stays the same from start to start.")
  public static final class NamesTransactionsAnew implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(env, at, transactional(at, UUID.randomUUID().toString(), Duration.ofMinutes(15)));
    }
  }

  @Misconception(
      headline = "What lay in the topic before the job started is missing.",
      when = "the source starts at the end of the topic.",
      rule = "Without a checkpoint to go back to, the starting offsets decide what is read at all.")
  public static final class StartsAtTheEnd implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      counts(
              env.fromSource(topic(at, OffsetsInitializer.latest()), tenSecondsBehind(), "orders"),
              TumblingEventTimeWindows.of(SIZE))
          .sinkTo(exactlyOnce(at));
    }
  }

  @Misconception(
      headline = "Orders that were sent late are in the window in which they were sent.",
      when = "nobody says what the time of an order is, and its record's is taken.",
      rule =
          "Without a timestamp assigner a Kafka source takes the time at which a record was sent.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      counts(
              env.fromSource(
                  topic(at, OffsetsInitializer.earliest()),
                  WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofSeconds(10)),
                  "orders"),
              TumblingEventTimeWindows.of(SIZE))
          .sinkTo(exactlyOnce(at));
    }
  }

  @Misconception(
      headline = "Orders that arrive a little out of order are in no count.",
      when = "the watermark follows the latest order at once.",
      rule = "The watermark promises that nothing older comes: let it wait as long as orders do.")
  public static final class WaitsForNothing implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      WatermarkStrategy<Order> ascending =
          WatermarkStrategy.<Order>forMonotonousTimestamps()
              .withTimestampAssigner((order, written) -> order.eventTime().toEpochMilli());
      counts(
              env.fromSource(topic(at, OffsetsInitializer.earliest()), ascending, "orders"),
              TumblingEventTimeWindows.of(SIZE))
          .sinkTo(exactlyOnce(at));
    }
  }

  @Misconception(
      headline = "A count that was written is there again, with another number.",
      when = "windows have an allowed lateness, and each late order fires its window again.",
      rule = "A topic of final counts cannot take a count back: what is too late is left out.")
  public static final class CorrectsCounts implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      orders(env, at)
          .keyBy(order -> order.status().name())
          .window(TumblingEventTimeWindows.of(SIZE))
          .allowedLateness(Duration.ofMinutes(1))
          .aggregate(new CountOrders(), new CountOrders.Label())
          .sinkTo(exactlyOnce(at));
    }
  }

  @Misconception(
      headline = "The windows are empty: none has ended while the story was told.",
      when = "windows follow the clock of the machine instead of the time of the orders.",
      rule = "In processing time the same topic gives other windows each time it is read.")
  public static final class FollowsTheMachinesClock implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(orders(env, at), TumblingProcessingTimeWindows.of(Duration.ofDays(1)))
          .sinkTo(exactlyOnce(at));
    }
  }

  @Misconception(
      headline = "Flink does not take the status for a key.",
      when = "the stream is keyed by the constant of an enum.",
      rule = "A key needs the same hash in every JVM, and a constant has another in each.")
  public static final class KeysByConstant implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      orders(env, at)
          .keyBy(Order::status)
          .window(TumblingEventTimeWindows.of(SIZE))
          .aggregate(new CountOrders())
          .map(String::valueOf)
          .sinkTo(exactlyOnce(at));
    }
  }
}
