package kata.harness.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
 * A bar is the bound of an expected window. A digit stands for that many events in one place.
 */
final class Timeline {

  private static final int WIDTH = 11;
  private static final int MOST_SEGMENTS = 4;
  private static final String EVENTS = "o event";

  private final List<Instant> bounds;
  private final char[] axis;
  private String legend = EVENTS;

  private Timeline(List<Instant> bounds) {
    this.bounds = bounds;
    this.axis = new char[(bounds.size() - 1) * WIDTH + 1];
    Arrays.fill(axis, '-');
    for (int i = 0; i < bounds.size(); i++) {
      axis[i * WIDTH] = '|';
    }
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
    Instant from =
        focus.stream()
            .flatMap(cell -> WindowBounds.parse(cell).stream())
            .map(window -> all.lower(window.start()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(all.first());
    List<Instant> shown =
        new ArrayList<>(all.tailSet(from).stream().limit(MOST_SEGMENTS + 1L).toList());
    while (shown.size() <= MOST_SEGMENTS && all.lower(shown.get(0)) != null) {
      shown.add(0, all.lower(shown.get(0)));
    }
    return new Timeline(shown).with(scenario).lines();
  }

  private Timeline with(Scenario<?> scenario) {
    if (!scenario.feed().raw()) {
      scenario.steps().forEach(step -> mark(step.watermark(), 'w'));
      legend = EVENTS + "   w watermark";
    }
    scenario.events().forEach(event -> mark(event.eventTime(), 'o'));
    if (new String(axis).matches(".*[2-9+].*")) {
      legend = legend.replace(EVENTS, EVENTS + " (a digit: so many)");
    }
    return this;
  }

  private void mark(Instant moment, char symbol) {
    for (int i = 0; i < bounds.size(); i++) {
      if (symbol == 'w' && moment.equals(bounds.get(i))) {
        axis[i * WIDTH] = 'w';
      }
    }
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Instant start = bounds.get(i);
      Instant end = bounds.get(i + 1);
      boolean inside = symbol == 'w' ? moment.isAfter(start) : !moment.isBefore(start);
      if (inside && moment.isBefore(end)) {
        long cells = WIDTH - 1L;
        long offset =
            Duration.between(start, moment).toMillis()
                * cells
                / Math.max(1, Duration.between(start, end).toMillis());
        int column = i * WIDTH + 1 + (int) Math.min(offset, cells - 1);
        axis[column] = over(axis[column], symbol);
      }
    }
  }

  private static char over(char there, char symbol) {
    if (symbol == 'w') {
      return 'w';
    }
    return switch (there) {
      case '-', 'w' -> 'o';
      case 'o' -> '2';
      case '9', '+' -> '+';
      default -> (char) (there + 1);
    };
  }

  private List<String> lines() {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < bounds.size(); i++) {
      String label = StoryTime.format(bounds.get(i));
      if (i == 0 || labels.length() < i * WIDTH) {
        labels.append(" ".repeat(i * WIDTH - labels.length())).append(label);
      }
    }
    return List.of(labels.toString(), new String(axis) + "   " + legend);
  }
}
