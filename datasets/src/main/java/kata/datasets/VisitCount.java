package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * How many events a visit had.
 *
 * @param windowStart the time of the first event
 * @param windowEnd when the visit is over
 * @param user the visitor
 * @param events number of events
 */
public record VisitCount(Instant windowStart, Instant windowEnd, String user, long events)
    implements Serializable {}
