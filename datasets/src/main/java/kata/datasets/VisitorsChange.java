package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A change of the table that holds the number of visitors of each window and page.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param page path of the page
 * @param change what to do with the row
 * @param visitors number of different users who viewed the page in the window, as it stands in the
 *     row that is inserted, taken away or put in its place
 */
public record VisitorsChange(
    Instant windowStart, Instant windowEnd, String page, Change change, long visitors)
    implements Serializable {

  /** What to do with a row of a table. */
  public enum Change {
    /** The row is new. */
    INSERT,
    /** The row as it was, which is not valid any more. */
    UPDATE_BEFORE,
    /** The row as it is from now on. */
    UPDATE_AFTER
  }
}
