package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * What happened to a page in a window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param page path of the page
 * @param views number of views
 * @param perMinute views per minute of the window
 * @param first event time of the earliest view
 * @param last event time of the latest view
 */
public record PageSummary(
    Instant windowStart,
    Instant windowEnd,
    String page,
    long views,
    double perMinute,
    Instant first,
    Instant last)
    implements Serializable {}
