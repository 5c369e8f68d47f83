package kata.lessons.produce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Finds the records that must lie in the topic of orders, in plain Java. */
final class SentOrdersOracle {

  private SentOrdersOracle() {}

  /** Returns a record for each change, counted by customer in the order of the story. */
  static Table records(Scenario<Order> scenario, String format) {
    String at = StoryTime.format(scenario.steps().get(scenario.steps().size() - 1).moment());
    Map<String, Integer> counts = new LinkedHashMap<>();
    List<Emission> emissions = new ArrayList<>();
    for (Order order : scenario.events()) {
      int number = counts.merge(order.userId(), 1, Integer::sum);
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("key", order.userId());
      cells.put("no", number);
      cells.put("format", format);
      cells.put("order id", order.orderId());
      cells.put("status", order.status());
      cells.put("amount cents", order.amountCents());
      cells.put("event time", order.eventTime());
      cells.put("timestamp", order.eventTime());
      emissions.add(new Emission(at, Row.of(cells)));
    }
    return new Table(
        List.of("key", "no"),
        List.of("format", "order id", "status", "amount cents", "event time", "timestamp"),
        emissions);
  }
}
