package kata.flink.patterns;

import static kata.flink.patterns.DeclinedPayments.DECLINED;
import static kata.flink.patterns.DeclinedPayments.LARGE;
import static kata.flink.patterns.DeclinedPayments.LIMIT;
import static kata.flink.patterns.DeclinedPayments.aMinuteBehind;
import static kata.flink.patterns.DeclinedPayments.alerts;
import static kata.flink.patterns.DeclinedPayments.byUser;
import static kata.flink.patterns.DeclinedPayments.transactions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.Transaction;
import kata.flink.pipeline.Pipeline;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.PatternStream;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Wrong answers to {@link DeclinedPayments}. */
public final class DeclinedPaymentsMisconceptions {

  private static final SimpleCondition<Transaction> IS_DECLINED =
      SimpleCondition.of(DeclinedPayments::isDeclined);
  private static final SimpleCondition<Transaction> IS_LARGE =
      SimpleCondition.of(DeclinedPayments::isLarge);

  private DeclinedPaymentsMisconceptions() {}

  private static Pattern<Transaction, Transaction> threeDeclined(AfterMatchSkipStrategy skip) {
    return Pattern.<Transaction>begin(DECLINED, skip).where(IS_DECLINED).times(3);
  }

  private static Pattern<Transaction, Transaction> threeDeclined() {
    return threeDeclined(AfterMatchSkipStrategy.noSkip());
  }

  private static Pattern<Transaction, Transaction> declinedThenLarge() {
    return threeDeclined().followedBy(LARGE).where(IS_LARGE);
  }

  private static PatternStream<Transaction> found(
      StreamExecutionEnvironment env, Connections at, Pattern<Transaction, ?> pattern) {
    return CEP.pattern(byUser(env, at), pattern);
  }

  private static void write(PatternStream<Transaction> matches, Connections at) {
    matches.process(new DeclinedPayments.Alert()).sinkTo(alerts(at));
  }

  @Misconception(
      headline = "A small payment in between hides what is going on.",
      when = "the four payments have to be neighbours.",
      rule = "next() and consecutive() are strict. followedBy() lets others happen in between.")
  public static final class OnlyNeighbours implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern =
          threeDeclined().consecutive().next(LARGE).where(IS_LARGE).within(LIMIT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "A small payment between declined ones hides them.",
      when = "the declined payments have to be neighbours, and the large one has not.",
      rule = "times() lets others happen in between; consecutive() does not.")
  public static final class DeclinedNeighbours implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern =
          threeDeclined().consecutive().followedBy(LARGE).where(IS_LARGE).within(LIMIT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "A payment between the declined ones and the large one hides them.",
      when = "the large payment has to be the next one after those that were declined.",
      rule = "next() is strict. followedBy() lets others happen in between.")
  public static final class LargeIsNext implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern = threeDeclined().next(LARGE).where(IS_LARGE).within(LIMIT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "There are alerts of payments that are not in a row, and of each large one.",
      when = "any three declined ones may be combined, with any large one.",
      rule = "followedByAny() and allowCombinations() skip what matches; the number explodes.")
  public static final class EveryCombination implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern =
          threeDeclined().allowCombinations().followedByAny(LARGE).where(IS_LARGE).within(LIMIT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "Of alerts that overlap, only the first one is there.",
      when = "the search goes on behind the end of a match.",
      rule = "What happens to overlapping matches is said by the strategy for after a match.")
  public static final class SkipsPastTheMatch implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern =
          threeDeclined(AfterMatchSkipStrategy.skipPastLastEvent())
              .followedBy(LARGE)
              .where(IS_LARGE)
              .within(LIMIT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "Payments of different users make an alert together.",
      when = "the stream has no key.",
      rule = "A pattern is searched in what has the same key, and without a key in everything.")
  public static final class MixesUsers implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(CEP.pattern(transactions(env, at), declinedThenLarge().within(LIMIT)), at);
    }
  }

  @Misconception(
      headline = "Payments for different things never make an alert together.",
      when = "the key is the user and the category.",
      rule = "A key says what belongs together: here all that one card pays, whatever it is for.")
  public static final class SeparatesCategories implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      DataStream<Transaction> byCategory =
          transactions(env, at).keyBy(it -> it.userId() + " " + it.category());
      write(CEP.pattern(byCategory, declinedThenLarge().within(LIMIT)), at);
    }
  }

  @Misconception(
      headline = "There are alerts of payments that lie too far apart.",
      when = "the pattern has no time limit.",
      rule = "Without within() a match that has begun waits for its end for ever, in state.")
  public static final class NoTimeLimit implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(found(env, at, declinedThenLarge()), at);
    }
  }

  @Misconception(
      headline = "Four payments that take exactly ten minutes make an alert.",
      when = "the limit is a moment longer, so that ten minutes are within it.",
      rule = "A limit is like the end of a window: the first moment that is outside.")
  public static final class IncludesTheLimit implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(found(env, at, declinedThenLarge().within(LIMIT.plusMillis(1))), at);
    }
  }

  @Misconception(
      headline = "Alerts take longer than ten minutes, if only no gap in them does.",
      when = "the limit is between one payment and the next.",
      rule = "A time limit is for the whole match, unless one says that it is for each gap.")
  public static final class LimitsEachGap implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern =
          declinedThenLarge().within(LIMIT, WithinType.PREVIOUS_AND_CURRENT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "Large payments that were declined end an alert.",
      when = "only the amount of the last payment is looked at.",
      rule = "Each part of a pattern has a condition of its own, and it has to say all.")
  public static final class TakesAnyLargeOne implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Pattern<Transaction, ?> pattern =
          threeDeclined()
              .followedBy(LARGE)
              .where(SimpleCondition.of(it -> it.amountCents() >= 50_000))
              .within(LIMIT);
      write(found(env, at, pattern), at);
    }
  }

  @Misconception(
      headline = "Payments are taken in the order of their arrival, and ten minutes never pass.",
      when = "the pattern is searched in processing time.",
      rule = "In event time a pattern waits for the watermark, and sorts what has arrived.")
  public static final class JudgesAtArrival implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(found(env, at, declinedThenLarge().within(LIMIT)).inProcessingTime(), at);
    }
  }

  @Misconception(
      headline = "A payment that was sent late is taken for one that happened late.",
      when = "nobody says what the time of a payment is, and its record's is taken.",
      rule =
          "Without a timestamp assigner a Kafka source takes the time at which a record was sent.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(
          CEP.pattern(
              transactions(env, at, aMinuteBehind()).keyBy(Transaction::userId),
              declinedThenLarge().within(LIMIT)),
          at);
    }
  }

  @Misconception(
      headline = "What was declined before the failure is forgotten.",
      when = "the payments that may become part of an alert are kept in a field.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.")
  public static final class KeepsDeclinedInAField implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      byUser(env, at).process(new DeclinedInAField()).sinkTo(alerts(at));
    }
  }

  private static final class DeclinedInAField extends WatchCard {

    private static final long serialVersionUID = 1L;

    private transient Map<String, List<Transaction>> declined;

    @Override
    public void open(OpenContext context) {
      super.open(context);
      declined = new HashMap<>();
    }

    @Override
    List<Transaction> declined(String user) {
      return new ArrayList<>(declined.getOrDefault(user, List.of()));
    }

    @Override
    void keep(String user, List<Transaction> kept) {
      declined.put(user, kept);
    }
  }
}
