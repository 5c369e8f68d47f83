package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * Views of a page in a window that no earlier row has counted.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param page path of the page
 * @param newViews number of views that this row is the first to count
 * @param totalViews number of views that this row and all earlier ones of the window have counted
 */
public record PageIncrement(
    Instant windowStart, Instant windowEnd, String page, long newViews, long totalViews)
    implements Serializable {}
