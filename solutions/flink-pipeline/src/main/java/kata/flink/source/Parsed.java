package kata.flink.source;

import java.nio.charset.StandardCharsets;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.EventFileException;
import kata.datasets.files.JsonLines;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was made of a record: an order, or else a dead letter. The other of the two is null.
 *
 * @param order is well-formed
 * @param dead is not
 */
public record Parsed(Order order, DeadLetter dead) {

  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  static Parsed of(ConsumerRecord<byte[], byte[]> record) {
    String text =
        record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
    return of(record.partition(), record.offset(), text);
  }

  static Parsed of(int partition, long offset, String text) {
    DeadLetter dead = new DeadLetter(partition, offset, text);
    if (text == null) {
      return new Parsed(null, dead);
    }
    try {
      return new Parsed(JSON.fromLine(text), null);
    } catch (EventFileException e) {
      return new Parsed(null, dead);
    }
  }

  boolean isOrder() {
    return order != null;
  }
}
