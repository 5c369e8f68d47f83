package kata.kafka.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kata.datasets.Order;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in a topic of orders, as rows. */
final class SentOrders {

  private static final String UNREADABLE = "?";
  private static final double MOST_TIMES_THE_MEAN = 2;

  /** What one record says, and where it lies. */
  private record Sent(String key, int partition, Instant timestamp, OrderValue value) {

    String text(String field) {
      return String.valueOf(value.fields().get(field));
    }
  }

  private final String at;
  private final int partitions;
  private final Set<Instant> eventTimes;
  private final List<Sent> all;

  /**
   * Reads the records of a topic.
   *
   * @param at the moment of the story at which they are looked at
   * @param told the orders of the story
   */
  SentOrders(
      String at, int partitions, List<Order> told, List<ConsumerRecord<byte[], byte[]>> records) {
    this.at = at;
    this.partitions = partitions;
    this.eventTimes = told.stream().map(Order::eventTime).collect(Collectors.toSet());
    this.all = records.stream().map(SentOrders::read).toList();
  }

  private static Sent read(ConsumerRecord<byte[], byte[]> record) {
    return new Sent(
        record.key() == null ? null : new String(record.key(), UTF_8),
        record.partition(),
        Instant.ofEpochMilli(record.timestamp()),
        OrderValue.read(record.value()));
  }

  /**
   * Returns a row for each record, on the output {@code topic orders}: those of one key are counted
   * in the order in which they lie in their partition; if they lie in several, in that of the event
   * times.
   */
  List<Emission> rows() {
    Map<String, List<Sent>> byKey = new TreeMap<>();
    all.forEach(it -> byKey.computeIfAbsent("" + it.key(), key -> new ArrayList<>()).add(it));
    List<Emission> rows = new ArrayList<>();
    byKey.forEach(
        (key, sent) -> {
          if (sent.stream().map(Sent::partition).distinct().count() > 1) {
            sent.sort(
                Comparator.comparing((Sent it) -> it.text(OrderValue.EVENT_TIME))
                    .thenComparing(it -> it.text("event_id")));
          }
          for (int i = 0; i < sent.size(); i++) {
            rows.add(new Emission(at, "topic orders", row(key, i + 1, sent.get(i))));
          }
        });
    return rows;
  }

  private Row row(String key, int number, Sent sent) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("key", key);
    values.put("no", number);
    values.put("format", sent.value().format());
    if (sent.value().fields().isEmpty()) {
      OrderValue.names().forEach(field -> values.put(field, UNREADABLE));
    } else {
      values.putAll(sent.value().fields());
    }
    values.put("timestamp", eventTimes.contains(sent.timestamp()) ? sent.timestamp() : "now");
    return Row.of(values);
  }

  /**
   * Returns one row on the output {@code partitions}: whether all changes of each customer are
   * together in one partition; and, if so, whether the partitions have about the same load.
   */
  Emission spread() {
    Map<String, Set<Integer>> byCustomer = new TreeMap<>();
    all.forEach(
        it ->
            byCustomer
                .computeIfAbsent(it.text("user_id"), user -> new LinkedHashSet<>())
                .add(it.partition()));
    boolean together = byCustomer.values().stream().allMatch(places -> places.size() == 1);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("topic", "orders");
    values.put("customers", together ? "together" : "torn apart");
    values.put("load", together ? even() ? "even" : "uneven" : "-");
    return new Emission(at, "partitions", Row.of(values));
  }

  private boolean even() {
    Map<Integer, Long> load =
        all.stream().collect(Collectors.groupingBy(Sent::partition, Collectors.counting()));
    double most = MOST_TIMES_THE_MEAN * all.size() / partitions;
    return load.size() == partitions && load.values().stream().allMatch(it -> it <= most);
  }
}
