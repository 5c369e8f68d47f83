package kata.lessons.transactions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Gives cashback and adds up without any engine, as if nothing ever failed or came late. */
final class CashbackOracle {

  private static final long SIZE = Duration.ofMinutes(10).toMillis();
  private static final Duration BEHIND = Duration.ofMinutes(1);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final JsonLines<Transaction> JSON = JsonLines.of(EventFields.TRANSACTIONS);

  private final List<Emission> cashback = new ArrayList<>();
  private final List<Emission> totals = new ArrayList<>();
  private final List<Emission> spenders = new ArrayList<>();

  private CashbackOracle() {}

  /** Works a story out. */
  static CashbackOracle of(Scenario<Message> scenario) {
    CashbackOracle oracle = new CashbackOracle();
    List<Transaction> unseen = new ArrayList<>();
    TreeMap<Instant, SortedMap<String, Long>> open = new TreeMap<>();
    Instant newest = Instant.MIN;
    for (Scenario.Step<Message> step : scenario.steps()) {
      for (Message message : step.arrivals()) {
        Transaction transaction = JSON.fromLine(message.value());
        newest = transaction.eventTime().isAfter(newest) ? transaction.eventTime() : newest;
        if (transaction.status() == TransactionStatus.APPROVED
            && transaction.amountCents() > 10_000) {
          unseen.add(transaction);
          open.computeIfAbsent(endOf(transaction), end -> new TreeMap<>())
              .merge(
                  transaction.userId(),
                  transaction.amountCents() - cashbackOf(transaction),
                  Long::sum);
        }
      }
      if (step.then() == Happening.CHECKPOINT) {
        String at = StoryTime.format(step.moment());
        unseen.forEach(transaction -> oracle.rewarded(at, transaction));
        unseen.clear();
        SortedMap<Instant, SortedMap<String, Long>> ended =
            open.headMap(newest.minus(BEHIND), true);
        ended.forEach(
            (end, users) -> users.forEach((user, cents) -> oracle.total(at, end, user, cents)));
        ended.clear();
      }
    }
    return oracle;
  }

  /** Expects the transactions that count. */
  Table cashback() {
    return new Table(
        List.of("transaction id"),
        List.of("user id", "category", "amount cents", "cashback cents"),
        cashback);
  }

  /** Expects the totals of all users. */
  Table totals() {
    return new Table(List.of("window", "user id"), List.of("total cents"), totals);
  }

  /** Expects the totals that are large. */
  Table spenders() {
    return new Table(List.of("window", "user id"), List.of("total cents"), spenders);
  }

  private void rewarded(String at, Transaction transaction) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("transaction_id", transaction.transactionId());
    values.put("user_id", transaction.userId());
    values.put("category", transaction.category());
    values.put("amount_cents", transaction.amountCents());
    values.put("cashback_cents", cashbackOf(transaction));
    cashback.add(new Emission(at, "topic cashback", Row.of(values)));
  }

  private void total(String at, Instant end, String user, long cents) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("window_start", end.minusMillis(SIZE));
    values.put("window_end", end);
    values.put("user_id", user);
    values.put("total_cents", cents);
    totals.add(new Emission(at, "topic user-totals", Row.of(values)));
    if (cents > 50_000) {
      spenders.add(new Emission(at, "topic big-spenders", Row.of(values)));
    }
  }

  private static long cashbackOf(Transaction transaction) {
    int percent =
        switch (transaction.category()) {
          case "machines" -> 5;
          case "kitchen" -> 3;
          case "coffee", "tea" -> 2;
          default -> 0;
        };
    return BigDecimal.valueOf(transaction.amountCents() * percent)
        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static Instant endOf(Transaction transaction) {
    long time = transaction.eventTime().toEpochMilli();
    return Instant.ofEpochMilli(time - Math.floorMod(time, SIZE) + SIZE);
  }
}
