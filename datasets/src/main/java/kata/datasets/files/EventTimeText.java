package kata.datasets.files;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Event time as text: ISO 8601, UTC, always with three digits of milliseconds. */
final class EventTimeText {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private EventTimeText() {}

  /** Writes {@code 2024-03-04T12:04:59.999Z}; what is finer than a millisecond is cut off. */
  static String format(Instant moment) {
    return FORMAT.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  /**
   * Reads what {@link #format} writes.
   *
   * @throws ClickFileException if the text is anything else
   */
  static Instant parse(String text) {
    try {
      return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new ClickFileException(
          "event_time \"%s\" is not a UTC time with milliseconds.".formatted(text)
              + " Write it as 2024-03-04T12:04:59.999Z.");
    }
  }
}
