package kata.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import kata.harness.transcript.Row;

/** Shows a text as a row: an object in JSON by its fields, anything else as it is. */
final class JsonRow {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonRow() {}

  /**
   * Returns a row.
   *
   * @param before columns that stand before those of the text
   * @param text read as an object in JSON if it is one and nothing else, else shown in the column
   *     {@code value}
   */
  static Row of(Map<String, ?> before, String text) {
    Map<String, Object> values = new LinkedHashMap<>(before);
    JsonNode read = read(text);
    if (read == null || !read.isObject()) {
      values.put("value", text);
    } else {
      read.fields().forEachRemaining(field -> values.put(field.getKey(), value(field.getValue())));
    }
    return Row.of(values);
  }

  private static JsonNode read(String text) {
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Object value(JsonNode value) {
    if (value.isTextual()) {
      return momentOr(value.textValue());
    }
    if (value.isFloatingPointNumber()) {
      return value.doubleValue();
    }
    return value.isNull() ? null : value.asText().isEmpty() ? value.toString() : value.asText();
  }

  private static Object momentOr(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
