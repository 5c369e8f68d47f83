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

  /**
   * Writes {@code 2024-03-04T12:04:59.999Z}; what is finer than a millisecond is cut off. By hand,
   * because a formatter would cost a noticeable share of the time that a million events take.
   */
  static String format(Instant moment) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder("uuuu-MM-ddTHH:mm:ss.SSSZ".length());
    appendDigits(text, time.getYear(), 1_000).append('-');
    appendDigits(text, time.getMonthValue(), 10).append('-');
    appendDigits(text, time.getDayOfMonth(), 10).append('T');
    appendDigits(text, time.getHour(), 10).append(':');
    appendDigits(text, time.getMinute(), 10).append(':');
    appendDigits(text, time.getSecond(), 10).append('.');
    return appendDigits(text, time.getNano() / 1_000_000, 100).append('Z').toString();
  }

  /** Appends a number with as many digits as {@code unit} has. */
  private static StringBuilder appendDigits(StringBuilder text, int number, int unit) {
    for (int rest = unit; rest > number && rest > 1; rest /= 10) {
      text.append('0');
    }
    return text.append(number);
  }

  /**
   * Reads what {@link #format} writes.
   *
   * @throws EventFileException if the text is anything else
   */
  static Instant parse(String text) {
    try {
      return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new EventFileException(
          "event_time \"%s\" is not a UTC time with milliseconds.".formatted(text)
              + " Write it as 2024-03-04T12:04:59.999Z.");
    }
  }
}
