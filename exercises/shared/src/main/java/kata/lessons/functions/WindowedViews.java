package kata.lessons.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Puts views into windows of five minutes without any engine, and says what comes of them. */
final class WindowedViews {

  private static final Duration SIZE = Duration.ofMinutes(5);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private record Pane(Instant start, String page) {}

  /** A window that has closed, and the watermark that closed it. */
  private record Closed(Pane pane, List<Instant> times) {

    private Instant quarter() {
      return floor(pane.start(), QUARTER);
    }
  }

  private WindowedViews() {}

  static Table summaries(Scenario<ClickEvent> scenario) {
    List<Emission> rows = new ArrayList<>();
    closed(scenario)
        .forEach(
            (watermark, closed) ->
                closed.forEach(it -> rows.add(new Emission(watermark, summary(it)))));
    return new Table(
        List.of("window", "page"), List.of("views", "per minute", "first", "last"), rows);
  }

  static Table peaks(Scenario<ClickEvent> scenario) {
    List<Emission> rows = new ArrayList<>();
    Comparator<Closed> better =
        Comparator.<Closed>comparingInt(it -> it.times().size())
            .reversed()
            .thenComparing(it -> it.pane().start())
            .thenComparing(it -> it.pane().page());
    Map<Instant, List<Closed>> quarters = new TreeMap<>();
    Map<String, List<Closed>> closed = closed(scenario);
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.watermark());
      for (Closed it : closed.getOrDefault(at, List.of())) {
        quarters.computeIfAbsent(it.quarter(), quarter -> new ArrayList<>()).add(it);
      }
      for (Instant quarter : List.copyOf(quarters.keySet())) {
        if (!quarter.plus(QUARTER).isAfter(step.watermark())) {
          Closed best = quarters.remove(quarter).stream().min(better).orElseThrow();
          rows.add(new Emission(at, peak(quarter, best)));
        }
      }
    }
    return new Table(List.of("window"), List.of("page", "peak", "views"), rows);
  }

  private static Map<String, List<Closed>> closed(Scenario<ClickEvent> scenario) {
    Map<String, List<Closed>> closed = new TreeMap<>();
    Map<Pane, List<Instant>> open =
        new TreeMap<>(Comparator.comparing(Pane::start).thenComparing(Pane::page));
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent view : step.arrivals()) {
        Instant start = floor(view.eventTime(), SIZE);
        if (start.plus(SIZE).isAfter(watermark)) {
          open.computeIfAbsent(new Pane(start, view.page()), pane -> new ArrayList<>())
              .add(view.eventTime());
        }
      }
      watermark = step.watermark();
      for (Pane pane : List.copyOf(open.keySet())) {
        if (!pane.start().plus(SIZE).isAfter(watermark)) {
          closed
              .computeIfAbsent(StoryTime.format(watermark), at -> new ArrayList<>())
              .add(new Closed(pane, open.remove(pane)));
        }
      }
    }
    return closed;
  }

  private static Instant floor(Instant moment, Duration size) {
    long millis = moment.toEpochMilli();
    return Instant.ofEpochMilli(millis - millis % size.toMillis());
  }

  private static Row summary(Closed closed) {
    Map<String, Object> row = new TreeMap<>();
    row.put("windowStart", closed.pane().start());
    row.put("windowEnd", closed.pane().start().plus(SIZE));
    row.put("page", closed.pane().page());
    row.put("views", closed.times().size());
    row.put("perMinute", closed.times().size() / 5.0);
    row.put("first", closed.times().stream().min(Comparator.naturalOrder()).orElseThrow());
    row.put("last", closed.times().stream().max(Comparator.naturalOrder()).orElseThrow());
    return Row.of(row);
  }

  private static Row peak(Instant quarter, Closed best) {
    Map<String, Object> row = new TreeMap<>();
    row.put("windowStart", quarter);
    row.put("windowEnd", quarter.plus(QUARTER));
    row.put("page", best.pane().page());
    row.put("peak", best.pane().start());
    row.put("views", best.times().size());
    return Row.of(row);
  }
}
