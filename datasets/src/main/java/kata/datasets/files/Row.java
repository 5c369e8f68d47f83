package kata.datasets.files;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * The texts of all fields of one event; each method reads one of them.
 *
 * @param texts by the name of the field
 */
record Row(Map<String, String> texts) {

  String text(String field) {
    return texts.get(field);
  }

  /**
   * Reads a whole number.
   *
   * @throws EventFileException if the text is anything else
   */
  long number(String field) {
    try {
      return Long.parseLong(text(field));
    } catch (NumberFormatException e) {
      throw new EventFileException(
          "%s \"%s\" is not a whole number. Write it as 1299.".formatted(field, text(field)));
    }
  }

  /**
   * Reads a moment.
   *
   * @throws EventFileException if the text is anything else
   */
  Instant time(String field) {
    return EventTimeText.parse(text(field));
  }

  /**
   * Reads the name of a constant.
   *
   * @throws EventFileException if there is no such constant
   */
  <E extends Enum<E>> E oneOf(Class<E> constants, String field) {
    for (E constant : constants.getEnumConstants()) {
      if (constant.name().equals(text(field))) {
        return constant;
      }
    }
    throw new EventFileException(
        "%s \"%s\" does not exist. Use one of %s."
            .formatted(field, text(field), Arrays.toString(constants.getEnumConstants())));
  }
}
