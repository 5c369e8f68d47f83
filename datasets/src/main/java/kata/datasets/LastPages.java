package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * Where a user was last in a window.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param user the visitor
 * @param pages the pages, the oldest first, joined by {@code " > "}
 */
public record LastPages(Instant windowStart, Instant windowEnd, String user, String pages)
    implements Serializable {}
