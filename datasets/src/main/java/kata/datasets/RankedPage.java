package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A place in the ranking of the most viewed pages of a window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param rank the place; 1 is the most viewed page
 * @param page path of the page
 * @param views number of views
 */
public record RankedPage(Instant windowStart, Instant windowEnd, int rank, String page, long views)
    implements Serializable {}
