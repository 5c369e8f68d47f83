package kata.kafka.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What lies in a topic of orders, as rows. */
final class SentOrders {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA = schema();
  private static final String MOMENT = "event_time";
  private static final String UNREADABLE = "?";
  private static final double MOST_TIMES_THE_MEAN = 2;

  /** What one record says, by the names of the schema, and where it lies. */
  private record Sent(
      String key, int partition, Instant timestamp, String format, Map<String, Object> fields) {

    String text(String field) {
      return String.valueOf(fields.get(field));
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

  private static Schema schema() {
    try {
      return new Schema.Parser().parse(Order.class.getResourceAsStream("/kata/avro/order.avsc"));
    } catch (IOException e) {
      throw new IllegalStateException("The schema of orders is on the class path", e);
    }
  }

  private static Sent read(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    // No record of the schema begins with this byte: it would be a text of negative length.
    boolean json = value.length > 0 && value[0] == '{';
    Map<String, Object> fields = json ? json(value) : avro(value);
    String format = fields.isEmpty() ? UNREADABLE : json ? "json" : "avro";
    return new Sent(
        record.key() == null ? null : new String(record.key(), UTF_8),
        record.partition(),
        Instant.ofEpochMilli(record.timestamp()),
        format,
        fields);
  }

  private static Map<String, Object> json(byte[] value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      JsonNode read = JSON.readTree(new String(value, UTF_8));
      read.fields().forEachRemaining(it -> fields.put(it.getKey(), it.getValue().asText()));
    } catch (JsonProcessingException e) {
      fields.clear();
    }
    fields.computeIfPresent(MOMENT, (name, text) -> momentOr(text));
    return fields;
  }

  private static Object momentOr(Object text) {
    try {
      return Instant.parse(text.toString());
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static Map<String, Object> avro(byte[] value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, null);
      GenericRecord read = new GenericDatumReader<GenericRecord>(SCHEMA).read(null, decoder);
      if (decoder.isEnd()) {
        SCHEMA.getFields().forEach(field -> fields.put(field.name(), read.get(field.name())));
      }
    } catch (IOException | RuntimeException e) {
      // Bytes that no writer with this schema has written: whatever it is, it is not readable.
      fields.clear();
    }
    fields.computeIfPresent(MOMENT, (name, millis) -> Instant.ofEpochMilli((Long) millis));
    return fields;
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
                Comparator.comparing((Sent it) -> it.text(MOMENT))
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
    values.put("format", sent.format());
    SCHEMA.getFields().forEach(field -> values.put(field.name(), UNREADABLE));
    if (!sent.format().equals(UNREADABLE)) {
      SCHEMA.getFields().forEach(field -> values.remove(field.name()));
      values.putAll(sent.fields());
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
