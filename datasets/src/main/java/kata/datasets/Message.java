package kata.datasets;

import java.time.Instant;

/**
 * A record as it lies in a topic of Kafka.
 *
 * @param eventId the identifier of the event that it tells of; a malformed one has one as well
 * @param eventTime when that event happened, which is also the timestamp of the record
 * @param topic the name of the topic, as the {@link Setting} has it
 * @param partition counted from 0
 * @param key may be null, as in Kafka
 * @param value the text, well-formed or not; null is a tombstone
 */
public record Message(
    String eventId, Instant eventTime, String topic, int partition, String key, String value)
    implements TimedEvent {}
