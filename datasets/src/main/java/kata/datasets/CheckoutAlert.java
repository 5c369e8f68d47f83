package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A checkout that was started and not finished in time.
 *
 * @param session the visit, as the browser sees it
 * @param user the visitor
 * @param started when the checkout was started
 * @param limit the last moment at which a purchase would have been in time
 */
public record CheckoutAlert(String session, String user, Instant started, Instant limit)
    implements Serializable {}
