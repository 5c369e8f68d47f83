package kata.harness.picture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One line of the picture's upper part: something arrives. */
sealed interface Line {

  /** An event arrives. */
  record Event(Arrival arrival) implements Line {

    @Override
    public Optional<Instant> reached() {
      return Optional.empty();
    }
  }

  /**
   * Event time reaches a moment.
   *
   * @param name the watermark as the lesson names it
   */
  record Watermark(Instant moment, String name) implements Line {

    @Override
    public Optional<Instant> reached() {
      return Optional.of(moment);
    }
  }

  /**
   * Several events and watermarks that are not drawn one by one.
   *
   * @param events when the events happened
   * @param watermarks the watermarks, in order
   */
  record Others(List<Instant> events, List<Instant> watermarks) implements Line {

    @Override
    public Optional<Instant> reached() {
      return watermarks.stream().reduce((first, second) -> second);
    }

    @Override
    public double height() {
      return 18;
    }

    /** Returns how many there are: {@code 12 events, 3 watermarks}. */
    String count() {
      String counted = count(events.size(), "event");
      return watermarks.isEmpty()
          ? counted
          : (events.isEmpty() ? "" : counted + ", ") + count(watermarks.size(), "watermark");
    }

    private static String count(int number, String thing) {
      return number + " " + thing + (number == 1 ? "" : "s");
    }
  }

  /** Returns the watermark that stands after this line, if it has moved. */
  Optional<Instant> reached();

  /** Returns how much of the picture's height the line takes. */
  default double height() {
    return 24;
  }

  /** Returns the height of several lines. */
  static double height(List<Line> lines) {
    return lines.stream().mapToDouble(Line::height).sum();
  }
}
