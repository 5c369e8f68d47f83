package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a user did in one session.
 *
 * @param windowStart the time of the first event
 * @param windowEnd the time of the last event, and the gap: the session is over then
 * @param user the visitor
 * @param seconds time from the first event to the last, in whole seconds
 * @param events number of events
 * @param pages number of different pages
 * @param entry page of the first event
 * @param exit page of the last event
 * @param bought whether something was bought
 */
public record SessionSummary(
    Instant windowStart,
    Instant windowEnd,
    String user,
    long seconds,
    long events,
    long pages,
    String entry,
    String exit,
    boolean bought)
    implements Serializable {}
