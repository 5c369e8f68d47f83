package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * How often a page was viewed in a window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param page path of the page
 * @param views number of views
 */
public record PageCount(Instant windowStart, Instant windowEnd, String page, long views)
    implements Serializable {}
