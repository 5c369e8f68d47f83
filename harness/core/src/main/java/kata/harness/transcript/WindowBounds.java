package kata.harness.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kata.datasets.ScenarioException;
import kata.datasets.StoryTime;

/**
 * The window that a cell such as {@code 12:00 .. 12:05} names.
 *
 * @param start the first moment in the window
 * @param end the first moment after it
 */
public record WindowBounds(Instant start, Instant end) {

  private static final String BETWEEN = " .. ";

  /** Reads a cell; empty if it is no window. */
  public static Optional<WindowBounds> parse(String cell) {
    int between = cell.indexOf(BETWEEN);
    if (between < 0) {
      return Optional.empty();
    }
    try {
      Instant start = StoryTime.parse(cell.substring(0, between));
      Instant end = StoryTime.parse(cell.substring(between + BETWEEN.length()));
      return Optional.of(new WindowBounds(start, end));
    } catch (ScenarioException e) {
      return Optional.empty();
    }
  }

  /** Returns the window of a row, if it shows one. */
  public static Optional<WindowBounds> of(Row row) {
    return row.cells().values().stream().flatMap(cell -> parse(cell).stream()).findFirst();
  }

  /** Writes the bounds as a cell. */
  static String cell(String start, String end) {
    return start + BETWEEN + end;
  }

  /** Returns the cell that names this window. */
  public String toCell() {
    return cell(StoryTime.format(start), StoryTime.format(end));
  }

  /** Returns the time from start to end. */
  public Duration length() {
    return Duration.between(start, end);
  }
}
