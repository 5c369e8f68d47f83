package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * The most views that any page had in any five minutes of a longer window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param page path of the page
 * @param peak when its five minutes start
 * @param views number of views in these five minutes
 */
public record PagePeak(
    Instant windowStart, Instant windowEnd, String page, Instant peak, long views)
    implements Serializable {}
