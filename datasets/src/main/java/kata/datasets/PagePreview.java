package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * How often a page was viewed in a window, as known before or at the window's end.
 *
 * @param windowStart the first moment in the window
 * @param windowEnd the first moment after the window
 * @param page path of the page
 * @param views number of views so far
 * @param status {@link #PREVIEW} or {@link #FINAL}
 */
public record PagePreview(
    Instant windowStart, Instant windowEnd, String page, long views, String status)
    implements Serializable {

  /** More rows of the window follow. */
  public static final String PREVIEW = "preview";

  /** The last row of the window. */
  public static final String FINAL = "final";
}
