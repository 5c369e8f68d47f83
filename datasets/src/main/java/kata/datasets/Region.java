package kata.datasets;

import java.time.Instant;

/**
 * One entry of the table that says from where a region is served; a later one for the same region
 * replaces it.
 *
 * @param eventId unique identifier of the entry
 * @param region as in {@link Order#region()}, for example {@code europe}
 * @param warehouse what serves the region, for example {@code Rotterdam}
 * @param eventTime when it was entered, in milliseconds
 */
public record Region(String eventId, String region, String warehouse, Instant eventTime)
    implements TimedEvent {}
