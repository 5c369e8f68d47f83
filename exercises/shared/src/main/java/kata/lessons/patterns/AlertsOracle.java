package kata.lessons.patterns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kata.datasets.CardAlert;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Finds the alerts of a story without late payments and without an engine, as a second opinion. */
final class AlertsOracle {

  private static final JsonLines<Transaction> JSON = JsonLines.of(EventFields.TRANSACTIONS);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration OUT_OF_ORDER = Duration.ofMinutes(1);
  private static final long LARGE = 50_000;

  private AlertsOracle() {}

  /** Returns all rows of the table at each look, as if nothing ever failed. */
  static Table alerts(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    List<Transaction> read = new ArrayList<>();
    for (Scenario.Step<Message> step : scenario.steps()) {
      step.arrivals().forEach(message -> read.add(JSON.fromLine(message.value())));
      if (step.then() == Happening.CHECKPOINT) {
        String at = StoryTime.format(step.moment());
        alerts(inOrder(read)).forEach(alert -> rows.add(at, alert));
      }
    }
    return rows.table(List.of("declined", "large"), List.of("user id"));
  }

  /** What happened before any payment that may still arrive. */
  private static List<Transaction> inOrder(List<Transaction> read) {
    Instant latest =
        read.stream().map(Transaction::eventTime).max(Comparator.naturalOrder()).orElseThrow();
    return read.stream()
        .filter(it -> it.eventTime().isBefore(latest.minus(OUT_OF_ORDER)))
        .sorted(Comparator.comparing(Transaction::eventTime))
        .toList();
  }

  private static List<CardAlert> alerts(List<Transaction> transactions) {
    List<CardAlert> alerts = new ArrayList<>();
    for (Transaction first : transactions) {
      List<Transaction> after =
          transactions.subList(transactions.indexOf(first), transactions.size()).stream()
              .filter(it -> it.userId().equals(first.userId()))
              .toList();
      List<Transaction> declined =
          after.stream().filter(AlertsOracle::isDeclined).limit(3).toList();
      if (isDeclined(first) && declined.size() == 3) {
        after.subList(after.indexOf(declined.get(2)), after.size()).stream()
            .filter(it -> !isDeclined(it) && it.amountCents() >= LARGE)
            .findFirst()
            .filter(it -> it.eventTime().isBefore(first.eventTime().plus(LIMIT)))
            .ifPresent(large -> alerts.add(alert(declined, large)));
      }
    }
    return alerts;
  }

  private static boolean isDeclined(Transaction transaction) {
    return transaction.status() == TransactionStatus.DECLINED;
  }

  private static CardAlert alert(List<Transaction> declined, Transaction large) {
    return new CardAlert(
        large.userId(),
        declined.stream().map(Transaction::transactionId).collect(Collectors.joining(" ")),
        large.transactionId());
  }
}
