package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A view that led to a purchase of the same user.
 *
 * @param user the visitor
 * @param viewed when the page was viewed
 * @param bought when the purchase was made
 * @param page path of the page that was viewed
 * @param seconds from the view to the purchase, in whole seconds
 */
public record LeadingView(String user, Instant viewed, Instant bought, String page, long seconds)
    implements Serializable {}
