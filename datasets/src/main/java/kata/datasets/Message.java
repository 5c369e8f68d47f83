package kata.datasets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record as it lies in a topic of Kafka.
 *
 * @param eventId the identifier of the event that it tells of; a malformed one has one as well
 * @param eventTime when that event happened, which is also the timestamp of the record
 * @param topic the name of the topic, as the {@link Setting} has it
 * @param partition counted from 0
 * @param key may be null, as in Kafka; in UTF-8
 * @param value the text, well-formed or not; null is a tombstone
 * @param encoding in which the value lies in the topic
 */
public record Message(
    String eventId,
    Instant eventTime,
    String topic,
    int partition,
    String key,
    String value,
    Charset encoding)
    implements TimedEvent {

  /** A record whose value is in UTF-8, as nearly all are. */
  public Message(
      String eventId, Instant eventTime, String topic, int partition, String key, String value) {
    this(eventId, eventTime, topic, partition, key, value, StandardCharsets.UTF_8);
  }

  /** Returns the key as it lies in the topic; null if there is none. */
  public byte[] keyBytes() {
    return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the value as it lies in the topic; null if there is none. */
  public byte[] valueBytes() {
    return value == null ? null : value.getBytes(encoding);
  }
}
