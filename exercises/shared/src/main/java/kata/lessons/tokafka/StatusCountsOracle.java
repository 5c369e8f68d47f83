package kata.lessons.tokafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Counts orders by status without any engine, as if nothing ever failed. */
final class StatusCountsOracle {

  private static final long SIZE = Duration.ofSeconds(30).toMillis();
  private static final Duration BEHIND = Duration.ofSeconds(10);
  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  private StatusCountsOracle() {}

  /** Expects the counts of a story without late orders. */
  static Table counts(Scenario<Message> scenario) {
    List<Emission> rows = new ArrayList<>();
    TreeMap<Instant, Map<OrderStatus, Long>> open = new TreeMap<>();
    Instant newest = Instant.MIN;
    for (Scenario.Step<Message> step : scenario.steps()) {
      for (Message message : step.arrivals()) {
        Order order = JSON.fromLine(message.value());
        newest = order.eventTime().isAfter(newest) ? order.eventTime() : newest;
        open.computeIfAbsent(endOf(order), end -> new TreeMap<>())
            .merge(order.status(), 1L, Long::sum);
      }
      if (step.then() == Happening.CHECKPOINT) {
        Iterator<Map.Entry<Instant, Map<OrderStatus, Long>>> ended =
            open.headMap(newest.minus(BEHIND), true).entrySet().iterator();
        while (ended.hasNext()) {
          Map.Entry<Instant, Map<OrderStatus, Long>> window = ended.next();
          String at = StoryTime.format(step.moment());
          window
              .getValue()
              .forEach((status, orders) -> rows.add(row(at, window.getKey(), status, orders)));
          ended.remove();
        }
      }
    }
    return new Table(List.of("window", "status"), List.of("orders"), rows);
  }

  private static Instant endOf(Order order) {
    long time = order.eventTime().toEpochMilli();
    return Instant.ofEpochMilli(time - Math.floorMod(time, SIZE) + SIZE);
  }

  private static Emission row(String at, Instant end, OrderStatus status, long orders) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("window_start", end.minusMillis(SIZE));
    values.put("window_end", end);
    values.put("status", status);
    values.put("orders", orders);
    return new Emission(at, "topic status-counts", Row.of(values));
  }
}
