package kata.harness.transcript;

/**
 * One row that came out of a job, and when.
 *
 * @param at the watermark before which the row came out, counted from the watermark before it, as a
 *     story time such as {@code 12:05}; or {@link #END}
 * @param row the row
 */
public record Emission(String at, Row row) {

  /** The row came out only because the input ended. */
  public static final String END = "end";
}
