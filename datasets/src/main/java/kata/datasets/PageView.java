package kata.datasets;

import java.io.Serializable;
import java.time.Instant;

/**
 * A view of a page.
 *
 * @param page path of the page
 * @param viewed when it was viewed
 */
public record PageView(String page, Instant viewed) implements Serializable {}
