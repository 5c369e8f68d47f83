package kata.harness.transcript;

/**
 * One row that came out of a job, and when.
 *
 * @param at the watermark before which the row came out, counted from the watermark before it, as a
 *     story time such as {@code 12:05}; or {@link #END}
 * @param output the output on which it came: {@link #MAIN}, or the name of a side output
 * @param row the row
 */
public record Emission(String at, String output, Row row) {

  /** The row came out only because the input ended. */
  public static final String END = "end";

  /** The output that a job returns. */
  public static final String MAIN = "";

  /** A row on the main output. */
  public Emission(String at, Row row) {
    this(at, MAIN, row);
  }
}
