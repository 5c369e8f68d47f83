package kata.harness.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.WindowBounds;

/**
 * Draws a scenario along event time, in two lines of text:
 *
 * <pre>
 * 12:00      12:05      12:10
 * |--o----o--|o---------|          o event   w watermark
 * </pre>
 *
 * A bar is the bound of an expected window. A digit stands for that many events in one place, a
 * plus for more than nine. Bounds stand at equal distances: a stretch of time that is longer than
 * the shortest one is drawn with {@code ~}. The first bound of another day bears its date.
 */
final class Timeline {

  private static final int WIDTH = 11;
  private static final int WIDTH_OF_DATES = 12;
  private static final int MOST_SEGMENTS = 4;
  private static final int MOST_SEGMENTS_WITH_DATES = 3;
  private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");
  private static final char USUAL = '-';
  private static final char LONGER = '~';

  private final List<Instant> bounds;
  private final int width;
  private final char[] axis;
  private final boolean watermarks;

  private Timeline(List<Instant> bounds, Scenario<?> scenario) {
    this.bounds = bounds;
    this.width = hasDates(bounds) ? WIDTH_OF_DATES : WIDTH;
    this.axis = new char[(bounds.size() - 1) * width + 1];
    this.watermarks = !scenario.feed().raw();
    rule();
    if (watermarks) {
      scenario.steps().forEach(step -> mark(step.watermark(), 'w'));
    }
    scenario.events().forEach(event -> mark(event.eventTime(), 'o'));
  }

  /**
   * Draws the windows of a table around one of them, and the events and watermarks that lie there.
   *
   * @param focus the cells of a row that differs; the picture shows its window if it has one
   * @return two lines, or none if the table has no windows
   */
  static List<String> draw(Scenario<?> scenario, Table table, List<String> focus) {
    TreeSet<Instant> all = new TreeSet<>();
    for (Emission emission : table.emissions()) {
      WindowBounds.of(emission.row())
          .ifPresent(
              window -> {
                all.add(window.start());
                all.add(window.end());
              });
    }
    if (all.size() < 2) {
      return List.of();
    }
    List<Instant> shown = around(focus, all, MOST_SEGMENTS);
    if (hasDates(shown)) {
      shown = around(focus, all, MOST_SEGMENTS_WITH_DATES);
    }
    return new Timeline(shown, scenario).lines();
  }

  private static List<Instant> around(List<String> focus, TreeSet<Instant> all, int most) {
    Instant from =
        focus.stream()
            .flatMap(cell -> WindowBounds.parse(cell).stream())
            .map(window -> all.lower(window.start()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(all.first());
    List<Instant> shown = new ArrayList<>(all.tailSet(from).stream().limit(most + 1L).toList());
    while (shown.size() <= most && all.lower(shown.get(0)) != null) {
      shown.add(0, all.lower(shown.get(0)));
    }
    return shown;
  }

  private static boolean hasDates(List<Instant> bounds) {
    return bounds.stream().anyMatch(bound -> !date(bound).equals(StoryTime.DAY));
  }

  private static LocalDate date(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private void rule() {
    Duration shortest =
        IntStream.range(1, bounds.size())
            .mapToObj(this::before)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    for (int i = 1; i < bounds.size(); i++) {
      char fill = before(i).equals(shortest) ? USUAL : LONGER;
      Arrays.fill(axis, (i - 1) * width + 1, i * width, fill);
    }
    for (int i = 0; i < bounds.size(); i++) {
      axis[i * width] = '|';
    }
  }

  /** Returns how much time lies between a bound and the one before it. */
  private Duration before(int bound) {
    return Duration.between(bounds.get(bound - 1), bounds.get(bound));
  }

  private void mark(Instant moment, char symbol) {
    for (int i = 0; i < bounds.size(); i++) {
      if (symbol == 'w' && moment.equals(bounds.get(i))) {
        axis[i * width] = 'w';
      }
    }
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Instant start = bounds.get(i);
      Instant end = bounds.get(i + 1);
      boolean inside = symbol == 'w' ? moment.isAfter(start) : !moment.isBefore(start);
      if (inside && moment.isBefore(end)) {
        long cells = width - 1L;
        long offset =
            Duration.between(start, moment).toMillis()
                * cells
                / Math.max(1, Duration.between(start, end).toMillis());
        int column = i * width + 1 + (int) Math.min(offset, cells - 1);
        axis[column] = over(axis[column], symbol);
      }
    }
  }

  private static char over(char there, char symbol) {
    if (symbol == 'w') {
      return 'w';
    }
    return switch (there) {
      case USUAL, LONGER, 'w' -> 'o';
      case 'o' -> '2';
      case '9', '+' -> '+';
      default -> (char) (there + 1);
    };
  }

  private List<String> lines() {
    StringBuilder labels = new StringBuilder();
    LocalDate date = StoryTime.DAY;
    for (int i = 0; i < bounds.size(); i++) {
      String time = StoryTime.format(bounds.get(i));
      String clock = time.substring(time.indexOf(' ') + 1);
      LocalDate day = date(bounds.get(i));
      String label = day.equals(date) ? clock : MONTH_AND_DAY.format(day) + " " + clock;
      if (i == 0 || labels.length() < i * width) {
        labels.append(" ".repeat(i * width - labels.length())).append(label);
        date = day;
      }
    }
    String drawn = new String(axis);
    return List.of(labels.toString(), drawn + "   " + legend(drawn));
  }

  private String legend(String drawn) {
    boolean crowd = drawn.contains("+");
    boolean several = drawn.matches(".*[2-9].*");
    StringBuilder legend = new StringBuilder("o event");
    if (crowd) {
      legend.append(several ? ", 2-9, + more" : ", + more than 9");
    } else if (several) {
      legend.append(", 2-9 so many");
    }
    if (watermarks) {
      legend.append("   w watermark");
    }
    if (drawn.indexOf(LONGER) >= 0) {
      legend.append("   ~ longer");
    }
    return legend.toString();
  }
}
