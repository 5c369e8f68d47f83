package kata.kafka.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.datasets.Order;
import kata.pipeline.JsonFields;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * What the value of a record says of an order.
 *
 * @param format {@code json} or {@code avro}; else what its bytes look like, or {@code ?}
 * @param fields by the names of the schema; empty if it can be read in neither format
 */
record OrderValue(String format, Map<String, Object> fields) {

  static final String EVENT_TIME = "event_time";

  private static final Schema SCHEMA = schema();
  private static final byte[] FILE_HEADER = {'O', 'b', 'j', 1};
  private static final int SCHEMA_ID_BYTES = 5;

  /** Returns the names of the schema, in its order. */
  static List<String> names() {
    return SCHEMA.getFields().stream().map(Schema.Field::name).toList();
  }

  private static Schema schema() {
    try (InputStream file = Order.class.getResourceAsStream("/kata/avro/order.avsc")) {
      return new Schema.Parser().parse(file);
    } catch (IOException e) {
      throw new IllegalStateException("The schema of orders is on the class path", e);
    }
  }

  /** Reads the value of a record, which is null for a tombstone. */
  static OrderValue read(byte[] value) {
    if (value == null || value.length == 0) {
      return unreadable("empty");
    }
    return avro(value)
        .map(fields -> new OrderValue("avro", fields))
        .or(
            () ->
                JsonFields.of(new String(value, UTF_8))
                    .map(fields -> new OrderValue("json", fields)))
        .orElseGet(() -> unreadable(lookOf(value)));
  }

  private static OrderValue unreadable(String format) {
    return new OrderValue(format, Map.of());
  }

  private static String lookOf(byte[] value) {
    if (startsWith(value, FILE_HEADER)) {
      return "avro file";
    }
    boolean withId =
        value.length > SCHEMA_ID_BYTES
            && value[0] == 0
            && avro(Arrays.copyOfRange(value, SCHEMA_ID_BYTES, value.length)).isPresent();
    return withId ? "schema id" : "?";
  }

  private static boolean startsWith(byte[] value, byte[] header) {
    return value.length >= header.length
        && Arrays.equals(value, 0, header.length, header, 0, header.length);
  }

  private static Optional<Map<String, Object>> avro(byte[] value) {
    try {
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, null);
      GenericRecord read = new GenericDatumReader<GenericRecord>(SCHEMA).read(null, decoder);
      if (!decoder.isEnd()) {
        return Optional.empty();
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      names().forEach(name -> fields.put(name, read.get(name)));
      fields.computeIfPresent(EVENT_TIME, (name, millis) -> Instant.ofEpochMilli((Long) millis));
      return Optional.of(fields);
    } catch (IOException | RuntimeException e) {
      // Bytes that no writer with this schema has written, and nobody says how a reader fails.
      return Optional.empty();
    }
  }
}
