package kata.harness.transcript;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kata.datasets.StoryTime;

/**
 * A row that a job emitted, as a learner reads it: column by column, each a text.
 *
 * <p>Columns are named in words ({@code windowStart} and {@code window_start} are both {@code
 * window start}); the two bounds of a window become one column {@code window} such as {@code 12:00
 * .. 12:05}.
 *
 * @param cells by column, in the order of the row
 */
public record Row(Map<String, String> cells) {

  /**
   * The column of a row that changes an earlier one, and says how: {@code -U} takes it back, {@code
   * +U} replaces it, {@code -D} removes it. A row that only adds to the result has no such column.
   */
  public static final String CHANGE = "change";

  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
  private static final String START = "window start";
  private static final String END = "window end";

  public Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /**
   * Makes a row of the values that an engine returned.
   *
   * @param values by field or column name, in order; {@link Instant}s are shown as story times
   */
  public static Row of(Map<String, ?> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    values.forEach((column, value) -> cells.put(words(column), text(value)));
    if (cells.containsKey(START) && cells.containsKey(END)) {
      Map<String, String> merged = new LinkedHashMap<>();
      merged.put("window", WindowBounds.cell(cells.remove(START), cells.remove(END)));
      merged.putAll(cells);
      return new Row(merged);
    }
    return new Row(cells);
  }

  private static String words(String column) {
    return HUMP.matcher(column).replaceAll("$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String text(Object value) {
    if (value instanceof Instant moment) {
      return StoryTime.format(moment);
    }
    if (value instanceof BigDecimal exact) {
      return rounded(exact);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? rounded(new BigDecimal(number)) : String.valueOf(number);
    }
    return String.valueOf(value);
  }

  private static String rounded(BigDecimal number) {
    return number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
