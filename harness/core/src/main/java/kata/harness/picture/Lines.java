package kata.harness.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.WindowBounds;

/** Chooses the arrivals and watermarks that a picture draws one by one. */
final class Lines {

  /** A scenario of so many events and watermarks is drawn as a whole. */
  private static final int WHOLE = 30;

  private static final int MOST_EVENTS = 10;
  private static final int MOST_WATERMARKS = 4;

  private Lines() {}

  /**
   * Lists what arrives, from the first to the last.
   *
   * @param focus the bar around which events are chosen if there are too many
   * @param matters the event that must be among them
   */
  static List<Line> of(
      Progress progress,
      List<Arrival> arrivals,
      Axis axis,
      Optional<Bar> focus,
      Optional<Arrival> matters) {
    Scenario<?> scenario = progress.scenario();
    boolean whole = fits(scenario);
    Set<Arrival> events = new HashSet<>(whole ? arrivals : chosen(arrivals, axis, focus, matters));
    Set<Instant> watermarks = watermarks(progress, axis, focus, whole);
    List<Line> lines = new ArrayList<>();
    Rest rest = new Rest(lines);
    int number = 0;
    Instant before = Progress.NONE;
    for (int at = 0; at < scenario.steps().size(); at++) {
      Scenario.Step<?> step = scenario.steps().get(at);
      for (int i = 0; i < step.arrivals().size(); i++) {
        Arrival arrival = arrivals.get(number++);
        if (events.contains(arrival)) {
          rest.end();
          lines.add(new Line.Event(arrival));
        } else {
          rest.events.add(arrival.time());
        }
      }
      Instant watermark = progress.watermarks().get(at);
      if (watermark.equals(before)) {
        continue;
      }
      before = watermark;
      if (watermarks.contains(watermark)) {
        rest.end();
        lines.add(new Line.Watermark(watermark, progress.name(watermark)));
      } else {
        rest.watermarks.add(watermark);
      }
    }
    rest.end();
    return lines;
  }

  /** Returns whether a scenario is drawn as a whole. */
  static boolean fits(Scenario<?> scenario) {
    return scenario.events().size() + scenario.steps().size() <= WHOLE;
  }

  /** What is left out between two lines that are drawn. */
  private static final class Rest {

    private final List<Line> lines;
    private final List<Instant> events = new ArrayList<>();
    private final List<Instant> watermarks = new ArrayList<>();

    Rest(List<Line> lines) {
      this.lines = lines;
    }

    void end() {
      if (!events.isEmpty() || !watermarks.isEmpty()) {
        lines.add(new Line.Others(List.copyOf(events), List.copyOf(watermarks)));
        events.clear();
        watermarks.clear();
      }
    }
  }

  private static List<Arrival> chosen(
      List<Arrival> arrivals, Axis axis, Optional<Bar> focus, Optional<Arrival> matters) {
    Comparator<Arrival> nearest =
        Comparator.comparing((Arrival it) -> !it.equals(matters.orElse(null)))
            .thenComparing(it -> !focus.flatMap(Bar::window).map(it::in).orElse(true))
            .thenComparing(Arrival::number);
    return arrivals.stream()
        .filter(it -> axis.contains(it.time()) && focus.map(it::matches).orElse(true))
        .sorted(nearest)
        .limit(MOST_EVENTS)
        .toList();
  }

  private static Set<Instant> watermarks(
      Progress progress, Axis axis, Optional<Bar> focus, boolean whole) {
    List<Instant> all = progress.reached();
    if (whole) {
      return new HashSet<>(all);
    }
    Set<String> told = new HashSet<>();
    focus.ifPresent(
        bar -> {
          bar.expected().forEach(it -> told.add(it.at()));
          bar.got().forEach(it -> told.add(it.at()));
        });
    Optional<Instant> end = focus.flatMap(Bar::window).map(WindowBounds::end);
    Comparator<Instant> nearest =
        Comparator.comparing((Instant it) -> !told.contains(StoryTime.format(it)))
            .thenComparing(it -> !end.map(it::equals).orElse(false))
            .thenComparing(Comparator.naturalOrder());
    return new HashSet<>(
        all.stream().filter(axis::contains).sorted(nearest).limit(MOST_WATERMARKS).toList());
  }
}
