package kata.datasets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * The clock of the stories. Times are written as {@code 12:05}, {@code 12:04:59} or {@code
 * 12:04:59.999}; they are UTC and lie on {@link #DAY} unless a date stands before them, as in
 * {@code 2024-03-05 00:10}.
 */
public final class StoryTime {

  /** The day on which the stories take place: a Monday without a clock change anywhere. */
  public static final LocalDate DAY = LocalDate.of(2024, 3, 4);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private StoryTime() {}

  /**
   * Reads a time of a story.
   *
   * @param text {@code HH:mm}, {@code HH:mm:ss} or {@code HH:mm:ss.SSS}, with an optional date
   *     {@code yyyy-MM-dd} and a blank before it
   * @throws ScenarioException if the text is not such a time
   */
  public static Instant parse(String text) {
    int blank = text.indexOf(' ');
    try {
      LocalDate date = blank < 0 ? DAY : LocalDate.parse(text.substring(0, blank));
      LocalTime time = LocalTime.parse(text.substring(blank + 1), TIME);
      return LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new ScenarioException(
          "\"%s\" is not a time of a story. Write it as 12:05, 12:04:59 or 12:04:59.999 (UTC)."
              .formatted(text));
    }
  }

  /** Writes a moment the way {@link #parse} reads it, as short as it can be. */
  public static String format(Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    String time = local.toLocalTime().toString();
    return local.toLocalDate().equals(DAY) ? time : local.toLocalDate() + " " + time;
  }
}
