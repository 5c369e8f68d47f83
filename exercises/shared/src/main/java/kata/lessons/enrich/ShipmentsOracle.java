package kata.lessons.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Region;
import kata.datasets.Scenario;
import kata.datasets.Shipment;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Finds the warehouse of each order without an engine, as a second opinion. */
final class ShipmentsOracle {

  private static final JsonLines<Order> ORDERS = JsonLines.of(EventFields.ORDERS);
  private static final JsonLines<Region> REGIONS = JsonLines.of(EventFields.REGIONS);

  private final Map<String, String> warehouses = new TreeMap<>();
  private final List<Order> waiting = new ArrayList<>();
  private final Map<String, Shipment> shipments = new TreeMap<>();

  private ShipmentsOracle() {}

  /** Returns all rows of the table at each look, as if nothing ever failed. */
  static Table shipments(Scenario<Message> scenario) {
    ShipmentsOracle oracle = new ShipmentsOracle();
    ExpectedRows rows = new ExpectedRows();
    for (Scenario.Step<Message> step : scenario.steps()) {
      step.arrivals().forEach(oracle::read);
      if (step.then() == Happening.CHECKPOINT) {
        String at = StoryTime.format(step.moment());
        oracle.shipments.values().forEach(row -> rows.add(at, row));
      }
    }
    return rows.table(List.of("order id"), List.of("region", "warehouse"));
  }

  private void read(Message message) {
    if (message.topic().equals("orders")) {
      waiting.add(ORDERS.fromLine(message.value()));
    } else {
      Region entry = REGIONS.fromLine(message.value());
      warehouses.put(entry.region(), entry.warehouse());
    }
    waiting.removeIf(this::isShipped);
  }

  private boolean isShipped(Order order) {
    String warehouse = warehouses.get(order.region());
    if (warehouse != null) {
      shipments.put(order.orderId(), new Shipment(order.orderId(), order.region(), warehouse));
    }
    return warehouse != null;
  }
}
