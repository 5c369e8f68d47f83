package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A session of a user, as known while it lasts or when it is over.
 *
 * @param windowStart the time of the session's first view
 * @param windowEnd the gap's length after the session's last view
 * @param user the visitor
 * @param views number of views so far
 * @param status {@link #OPEN} or {@link #CLOSED}
 */
public record SessionProgress(
    Instant windowStart, Instant windowEnd, String user, long views, String status)
    implements Serializable {

  /** More rows of the session follow. */
  public static final String OPEN = "open";

  /** The last row of the session. */
  public static final String CLOSED = "closed";
}
