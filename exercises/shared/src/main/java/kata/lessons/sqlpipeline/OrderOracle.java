package kata.lessons.sqlpipeline;

import java.time.Duration;
import java.time.Instant;
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
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Totals orders without any engine, as a second opinion on generated traffic. */
final class OrderOracle {

  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);
  private static final Duration SIZE = Duration.ofMinutes(5);
  private static final Duration BOUND = Duration.ofSeconds(30);

  /** What a category had in a window. */
  public record CategoryTotal(
      Instant windowStart, Instant windowEnd, String category, long orders, long amountCents) {}

  /** What a region has had so far. */
  public record RegionTotal(String region, long orders, long amountCents) {}

  /** A number of orders, and what they cost. */
  private record Sum(long orders, long amountCents) {

    static Sum of(Order order) {
      return new Sum(1, order.amountCents());
    }

    Sum plus(Sum other) {
      return new Sum(orders + other.orders, amountCents + other.amountCents);
    }
  }

  private OrderOracle() {}

  /** Returns each window and category once, at the first look after the watermark has passed it. */
  static Table categoryTotals(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    TreeMap<Instant, Map<String, Sum>> open = new TreeMap<>();
    Instant latest = Instant.EPOCH;
    for (Scenario.Step<Message> step : scenario.steps()) {
      for (Message message : step.arrivals()) {
        Order order = JSON.fromLine(message.value());
        Instant end = end(order.eventTime());
        if (order.status() == OrderStatus.CREATED && end.isAfter(latest.minus(BOUND))) {
          open.computeIfAbsent(end, it -> new TreeMap<>())
              .merge(order.category(), Sum.of(order), Sum::plus);
        }
        latest = order.eventTime().isAfter(latest) ? order.eventTime() : latest;
      }
      if (step.then() == Happening.CHECKPOINT) {
        Map<Instant, Map<String, Sum>> over = open.headMap(latest.minus(BOUND), true);
        over.forEach(
            (end, totals) ->
                totals.forEach(
                    (category, sum) ->
                        rows.add(
                            StoryTime.format(step.moment()),
                            new CategoryTotal(
                                end.minus(SIZE), end, category, sum.orders, sum.amountCents))));
        over.clear();
      }
    }
    return rows.table(List.of("window", "category"), List.of("orders", "amount cents"));
  }

  private static Instant end(Instant time) {
    Instant end = StoryTime.parse("00:05");
    while (!end.isAfter(time)) {
      end = end.plus(SIZE);
    }
    return end;
  }

  /** Returns what each region has had, at each look. */
  static Table regionTotals(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<String, Sum> totals = new TreeMap<>();
    for (Scenario.Step<Message> step : scenario.steps()) {
      step.arrivals().stream()
          .map(it -> JSON.fromLine(it.value()))
          .filter(it -> it.status() == OrderStatus.CREATED)
          .forEach(it -> totals.merge(it.region(), Sum.of(it), Sum::plus));
      if (step.then() == Happening.CHECKPOINT) {
        totals.forEach(
            (region, sum) ->
                rows.add(
                    StoryTime.format(step.moment()),
                    new RegionTotal(region, sum.orders, sum.amountCents)));
      }
    }
    return rows.table(List.of("region"), List.of("orders", "amount cents"));
  }
}
