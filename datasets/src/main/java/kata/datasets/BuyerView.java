package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A view and a purchase of one user in one window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param user the visitor
 * @param viewed when the page was viewed
 * @param bought when the purchase was made
 * @param page path of the page that was viewed
 * @param millis milliseconds from the view to the purchase; negative if the view came after it
 */
public record BuyerView(
    Instant windowStart,
    Instant windowEnd,
    String user,
    Instant viewed,
    Instant bought,
    String page,
    long millis)
    implements Serializable {}
