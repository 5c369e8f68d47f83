package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * How many visitors bought something in a window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param events number of events
 * @param visitors number of different users with an event
 * @param buyers number of different users with a purchase
 * @param perMille buyers for each thousand visitors, rounded down
 */
public record ConversionRate(
    Instant windowStart, Instant windowEnd, long events, long visitors, long buyers, long perMille)
    implements Serializable {}
