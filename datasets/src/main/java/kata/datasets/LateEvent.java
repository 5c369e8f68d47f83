package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * An event that came too late to be counted.
 *
 * @param eventId identifier of the event
 * @param eventTime when it happened
 */
public record LateEvent(String eventId, Instant eventTime) implements Serializable {}
