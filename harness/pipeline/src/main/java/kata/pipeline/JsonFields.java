package kata.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a text as an object in JSON, for a learner who wants to see what is in it. */
public final class JsonFields {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonFields() {}

  /**
   * Returns the values by their names, in the order of the text; empty if it is not one object and
   * nothing else.
   *
   * <p>A text in ISO 8601 that ends with {@code Z} is an {@link Instant}. A text that could be
   * taken for something else keeps its quotes, so that {@code 5} and {@code "5"} are told apart, or
   * {@code null} and {@code "null"}; so does one with blanks at an end.
   *
   * @param text may be null
   */
  public static Optional<Map<String, Object>> of(String text) {
    JsonNode read = read(text);
    if (read == null || !read.isObject()) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    read.fields().forEachRemaining(it -> fields.put(it.getKey(), value(it.getValue())));
    return Optional.of(fields);
  }

  private static JsonNode read(String text) {
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Object value(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isFloatingPointNumber()) {
      return value.doubleValue();
    }
    return value.isTextual() ? momentOr(value) : value.toString();
  }

  private static Object momentOr(JsonNode text) {
    try {
      return Instant.parse(text.textValue());
    } catch (DateTimeParseException e) {
      return isPlain(text.textValue()) ? text.textValue() : text.toString();
    }
  }

  private static boolean isPlain(String text) {
    JsonNode unquoted = read(text);
    return text.equals(text.strip())
        && (unquoted == null || !unquoted.isValueNode() || unquoted.isTextual());
  }
}
