package kata.lessons.kafkajson;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.EventFileException;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Reads orders without any engine, as a second opinion on generated traffic. */
final class RowsOracle {

  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  /** An order. */
  public record OrderRow(
      String orderId, String key, String userId, long amountCents, Instant eventTime) {}

  /** A record that is none. */
  public record Dead(int partition, long offset, String key, String text) {}

  private RowsOracle() {}

  /** Returns the orders of a story that is looked at after each step. */
  static Table rows(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (Scenario.Step<Message> step : scenario.steps()) {
      for (Message message : step.arrivals()) {
        order(message)
            .ifPresent(it -> rows.add(StoryTime.format(step.moment()), row(message.key(), it)));
      }
    }
    return rows.table(List.of("order id", "event time"), List.of("key", "user id", "amount cents"));
  }

  /** Returns the records that are no orders, of a story that is looked at after each step. */
  static Table dead(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<Integer, Long> offsets = new HashMap<>();
    for (Scenario.Step<Message> step : scenario.steps()) {
      for (Message message : step.arrivals()) {
        long offset = offsets.merge(message.partition(), 1L, Long::sum) - 1;
        if (order(message).isEmpty()) {
          rows.add(
              StoryTime.format(step.moment()),
              new Dead(message.partition(), offset, message.key(), message.value()));
        }
      }
    }
    return rows.table(List.of("partition", "offset"), List.of("key", "text"));
  }

  private static Optional<Order> order(Message message) {
    try {
      return Optional.of(JSON.fromLine(message.value()));
    } catch (EventFileException spoiled) {
      return Optional.empty();
    }
  }

  private static OrderRow row(String key, Order order) {
    return new OrderRow(
        order.orderId(), key, order.userId(), order.amountCents(), order.eventTime());
  }
}
