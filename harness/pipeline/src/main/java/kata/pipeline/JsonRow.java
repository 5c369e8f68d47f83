package kata.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import kata.harness.transcript.Row;

/** Shows a text as a row: an object in JSON by its fields, anything else as it is. */
final class JsonRow {

  private JsonRow() {}

  /**
   * Returns a row.
   *
   * @param before columns that stand before those of the text
   * @param text shown by its {@link JsonFields} if it has any, else in the column {@code value}
   */
  static Row of(Map<String, ?> before, String text) {
    Map<String, Object> values = new LinkedHashMap<>(before);
    JsonFields.of(text).ifPresentOrElse(values::putAll, () -> values.put("value", text));
    return Row.of(values);
  }
}
