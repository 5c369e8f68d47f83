package kata.flink.transactions;

import static kata.flink.transactions.Cashback.CHECKPOINT_INTERVAL;
import static kata.flink.transactions.Cashback.aMinuteBehind;
import static kata.flink.transactions.Cashback.exactlyOnce;
import static kata.flink.transactions.Cashback.sink;
import static kata.flink.transactions.Cashback.topic;
import static kata.flink.transactions.Cashback.totals;
import static kata.flink.transactions.Cashback.transactions;

import java.time.Duration;
import java.util.Map;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.flink.pipeline.Pipeline;
import kata.flink.transactions.Cashback.Reward;
import kata.flink.transactions.Cashback.UserTotal;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Wrong answers to {@link Cashback}. */
public final class CashbackMisconceptions {

  private CashbackMisconceptions() {}

  private static DataStream<Reward> rewards(DataStream<Transaction> counted) {
    return counted.map(it -> Reward.of(it, Cashback.cashbackCents(it)));
  }

  private static void reward(
      StreamExecutionEnvironment env, Connections at, MapFunction<Transaction, Reward> reward) {
    write(at, transactions(env, at).filter(Cashback::counts).map(reward));
  }

  private static void write(Connections at, DataStream<Reward> rewards) {
    write(at, rewards, totals(rewards), Cashback::isBig);
  }

  private static void write(
      Connections at,
      DataStream<Reward> rewards,
      DataStream<UserTotal> totals,
      FilterFunction<UserTotal> big) {
    rewards.map(Reward::json).sinkTo(exactlyOnce(at, "cashback"));
    totals.map(UserTotal::json).sinkTo(exactlyOnce(at, "user-totals"));
    totals.filter(big).map(UserTotal::json).sinkTo(exactlyOnce(at, "big-spenders"));
  }

  @Misconception(
      headline = "A transaction of exactly 100.00 is taken for one above it.",
      when = "the bound of 100.00 counts as well.",
      rule = "Above means more than: what lies on the bound is not above it.")
  public static final class TakesTheBound implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(
          at,
          rewards(
              transactions(env, at)
                  .filter(
                      it ->
                          it.status() == TransactionStatus.APPROVED
                              && it.amountCents() >= 100_00)));
    }
  }

  @Misconception(
      headline = "A total of exactly 500.00 is taken for one above it.",
      when = "the bound of 500.00 is big as well.",
      rule = "Above means more than: what lies on the bound is not above it.")
  public static final class CallsTheBoundBig implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      DataStream<Reward> rewards = rewards(transactions(env, at).filter(Cashback::counts));
      write(at, rewards, totals(rewards), total -> total.totalCents() >= 500_00);
    }
  }

  @Misconception(
      headline = "There is cashback on what the bank has declined.",
      when = "the status of a transaction is not looked at.",
      rule = "A declined transaction is an event like any other, but nobody has paid.")
  public static final class TrustsDeclined implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(at, rewards(transactions(env, at).filter(it -> it.amountCents() > 100_00)));
    }
  }

  @Misconception(
      headline = "Transactions of a category without cashback are missing.",
      when = "a transaction counts only if it brings something.",
      rule = "No cashback is 0 and not nothing: the record is there, and adds to its total.")
  public static final class DropsOtherCategories implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(
          at,
          rewards(transactions(env, at).filter(Cashback::counts))
              .filter(reward -> reward.cashbackCents() > 0));
    }
  }

  @Misconception(
      headline = "The job fails at a category that it does not know, again and again.",
      when = "the percentage is looked up in a map that has not all categories.",
      rule = "A topic brings what nobody has listed. A job that fails at it never gets past it.")
  public static final class KnowsAllCategories implements Pipeline {

    private static final Map<String, Integer> PERCENT =
        Map.of("machines", 5, "kitchen", 3, "coffee", 2, "tea", 2);

    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      reward(
          env, at, it -> Reward.of(it, (it.amountCents() * PERCENT.get(it.category()) + 50) / 100));
    }
  }

  @Misconception(
      headline = "Half a cent and more is lost to the customer.",
      when = "whole numbers are divided, which cuts off the rest.",
      rule = "Integer division rounds down. Add half of the divisor before, or use BigDecimal.")
  public static final class CutsCentsOff implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      reward(
          env, at, it -> Reward.of(it, it.amountCents() * Cashback.percent(it.category()) / 100));
    }
  }

  @Misconception(
      headline = "The cashback of a huge amount is wrong.",
      when = "it is worked out in ints.",
      rule = "An int of cents ends at 21 million, and multiplying comes first: use longs.")
  public static final class CountsInInts implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      reward(env, at, it -> Reward.of(it, inInts((int) it.amountCents(), it.category())));
    }

    private static int inInts(int cents, String category) {
      return (cents * Cashback.percent(category) + 50) / 100;
    }
  }

  @Misconception(
      headline = "The cashback of a huge amount is a few cents off.",
      when = "it is worked out in floats.",
      rule = "A float has seven digits. Money is counted in whole cents, or in BigDecimal.")
  public static final class CountsInFloats implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      reward(env, at, it -> Reward.of(it, inFloats(it.amountCents(), it.category())));
    }

    private static long inFloats(float cents, String category) {
      return Math.round((double) (cents * (Cashback.percent(category) / 100f)));
    }
  }

  @Misconception(
      headline = "Half a cent is sometimes rounded down.",
      when = "it is rounded to the even cent, as Math.rint does.",
      rule = "The rule is half up. There are several ways to round a half: say which one.")
  public static final class RoundsToEven implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      reward(
          env,
          at,
          it ->
              Reward.of(
                  it,
                  (long) Math.rint(it.amountCents() * Cashback.percent(it.category()) / 100.0)));
    }
  }

  @Misconception(
      headline = "Totals are those of the prices, without what came back.",
      when = "amounts are added up instead of what was paid in the end.",
      rule = "A total is made of what the step before has worked out, not of its input.")
  public static final class AddsUpPrices implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      DataStream<Reward> rewards = rewards(transactions(env, at).filter(Cashback::counts));
      DataStream<Reward> withoutCashback =
          rewards.map(
              it ->
                  new Reward(it.transactionId(), it.userId(), it.category(), it.amountCents(), 0));
      write(at, rewards, totals(withoutCashback), Cashback::isBig);
    }
  }

  @Misconception(
      headline = "Totals come late: small and declined transactions do not move the time.",
      when = "the watermark is made behind the filter.",
      rule = "What is filtered out still says what time it is. Watermarks belong to the source.")
  public static final class WatchesLargeOnesOnly implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      write(
          at,
          rewards(
              env.fromSource(topic(at), WatermarkStrategy.noWatermarks(), "transactions")
                  .filter(Cashback::counts)
                  .assignTimestampsAndWatermarks(aMinuteBehind())));
    }
  }

  @Misconception(
      headline = "What was sent late is in the total of the window in which it was sent.",
      when = "nobody says what the time of a transaction is, and its record's is taken.",
      rule =
          "Without a timestamp assigner a Kafka source takes the time at which a record was sent.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      write(
          at,
          rewards(
              env.fromSource(
                      topic(at),
                      WatermarkStrategy.<Transaction>forBoundedOutOfOrderness(
                          Duration.ofMinutes(1)),
                      "transactions")
                  .filter(Cashback::counts)));
    }
  }

  @Misconception(
      headline = "After a failure the same records are in the topics once more.",
      when = "the sinks deliver at least once.",
      rule = "At least once writes again what it cannot take back; only transactions can.")
  public static final class DeliversAtLeastOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      DataStream<Reward> rewards = rewards(transactions(env, at).filter(Cashback::counts));
      DataStream<UserTotal> totals = totals(rewards);
      rewards.map(Reward::json).sinkTo(atLeastOnce(at, "cashback"));
      totals.map(UserTotal::json).sinkTo(atLeastOnce(at, "user-totals"));
      totals.filter(Cashback::isBig).map(UserTotal::json).sinkTo(atLeastOnce(at, "big-spenders"));
    }
  }

  private static KafkaSink<String> atLeastOnce(Connections at, String topic) {
    return sink(at, topic).setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
  }

  @Misconception(
      headline = "The job fails at its start: its sinks have one name for their transactions.",
      when = "all sinks have one prefix for their transactional ids.",
      rule = "A transactional id has one owner. Who takes it next shuts the one before out.")
  public static final class NamesAllAlike implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      DataStream<Reward> rewards = rewards(transactions(env, at).filter(Cashback::counts));
      DataStream<UserTotal> totals = totals(rewards);
      rewards.map(Reward::json).sinkTo(alike(at, "cashback"));
      totals.map(UserTotal::json).sinkTo(alike(at, "user-totals"));
      totals.filter(Cashback::isBig).map(UserTotal::json).sinkTo(alike(at, "big-spenders"));
    }
  }

  private static KafkaSink<String> alike(Connections at, String topic) {
    return sink(at, topic)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(at.group())
        .build();
  }
}
