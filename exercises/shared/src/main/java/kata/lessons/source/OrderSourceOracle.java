package kata.lessons.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.EventFileException;
import kata.datasets.files.JsonLines;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Tells orders from the rest, and counts them, without any engine. No order may be late. */
final class OrderSourceOracle {

  private static final long SIZE = Duration.ofMinutes(5).toMillis();
  private static final Duration BEHIND = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  private final List<Emission> dead = new ArrayList<>();
  private final List<Emission> counts = new ArrayList<>();
  private final Map<Integer, Long> offsets = new HashMap<>();
  private final List<Map<String, Object>> unseen = new ArrayList<>();
  private final TreeMap<Instant, SortedMap<String, Long>> open = new TreeMap<>();
  private final Map<Integer, Instant> newest = new HashMap<>();
  private final Map<Integer, Instant> heard = new HashMap<>();
  private Instant watermark = Instant.MIN;

  private OrderSourceOracle() {}

  /** Works a story out. */
  static OrderSourceOracle of(Scenario<Message> scenario) {
    OrderSourceOracle oracle = new OrderSourceOracle();
    int partitions = scenario.setting().topics().get("orders");
    for (int i = 0; i < partitions; i++) {
      oracle.heard.put(i, scenario.steps().get(0).moment());
      oracle.newest.put(i, Instant.MIN);
    }
    scenario.steps().forEach(oracle::read);
    return oracle;
  }

  private void read(Scenario.Step<Message> step) {
    for (Message message : step.arrivals()) {
      long offset = offsets.merge(message.partition(), 1L, Long::sum) - 1;
      heard.put(message.partition(), step.moment());
      parse(message).ifPresentOrElse(it -> count(message, it), () -> bury(message, offset));
    }
    heard.entrySet().stream()
        .filter(it -> !it.getValue().plus(PATIENCE).isBefore(step.moment()))
        .map(it -> newest.get(it.getKey()))
        .min(Instant::compareTo)
        .filter(it -> it.isAfter(Instant.MIN))
        .map(it -> it.minus(BEHIND))
        .filter(it -> it.isAfter(watermark))
        .ifPresent(it -> watermark = it);
    if (step.then() == Happening.CHECKPOINT) {
      look(StoryTime.format(step.moment()));
    }
  }

  private static Optional<Order> parse(Message message) {
    try {
      return Optional.ofNullable(message.value()).map(JSON::fromLine);
    } catch (EventFileException e) {
      return Optional.empty();
    }
  }

  private void count(Message message, Order order) {
    long time = order.eventTime().toEpochMilli();
    Instant end = Instant.ofEpochMilli(time - Math.floorMod(time, SIZE) + SIZE);
    open.computeIfAbsent(end, it -> new TreeMap<>()).merge(order.region(), 1L, Long::sum);
    newest.merge(message.partition(), order.eventTime(), (a, b) -> a.isAfter(b) ? a : b);
  }

  private void bury(Message message, long offset) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("partition", message.partition());
    values.put("offset", offset);
    values.put("text", message.value());
    unseen.add(values);
  }

  private void look(String at) {
    unseen.forEach(values -> dead.add(new Emission(at, "topic orders-dead", Row.of(values))));
    unseen.clear();
    SortedMap<Instant, SortedMap<String, Long>> ended = open.headMap(watermark, true);
    ended.forEach(
        (end, regions) ->
            regions.forEach((region, orders) -> counts.add(row(at, end, region, orders))));
    ended.clear();
  }

  private static Emission row(String at, Instant end, String region, long orders) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("window_start", end.minusMillis(SIZE));
    values.put("window_end", end);
    values.put("region", region);
    values.put("orders", orders);
    return new Emission(at, "topic order-counts", Row.of(values));
  }

  /** Expects what is no order. */
  Table dead() {
    return new Table(List.of("partition", "offset"), List.of("text"), dead);
  }

  /** Expects the counts of what is an order. */
  Table counts() {
    return new Table(List.of("window", "region"), List.of("orders"), counts);
  }
}
