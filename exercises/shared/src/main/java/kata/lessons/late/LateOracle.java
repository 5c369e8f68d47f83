package kata.lessons.late;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.VisitorsChange;
import kata.datasets.VisitorsChange.Change;
import kata.harness.transcript.Arrived;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;
import kata.lessons.ClosedWindow;
import kata.lessons.ExpectedRows;

/** Answers the lessons on corrections without any engine. */
final class LateOracle {

  private static final long SIZE = Duration.ofMinutes(5).toMillis();
  private static final Duration LATENESS = Duration.ofMinutes(2);

  private LateOracle() {}

  private record Key(Instant end, String page) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = end.compareTo(other.end);
      return order != 0 ? order : page.compareTo(other.page);
    }

    Instant start() {
      return end.minusMillis(SIZE);
    }
  }

  /** Hears of each firing of a window, first or corrected. */
  private interface Firing {
    void of(String at, Key key, List<ClickEvent> events);
  }

  static Table lateCorrections(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    play(
        scenario,
        (at, key, events) ->
            rows.add(at, new PageCount(key.start(), key.end(), key.page(), events.size())));
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  static Table resultTable(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<Key, Long> table = new TreeMap<>();
    play(
        scenario,
        (at, key, events) -> {
          Set<String> users = new TreeSet<>();
          events.forEach(event -> users.add(event.userId()));
          long visitors = users.size();
          Long before = table.put(key, visitors);
          if (before == null) {
            rows.add(at, change(key, Change.INSERT, visitors));
          } else if (before != visitors) {
            rows.add(at, change(key, Change.UPDATE_BEFORE, before));
            rows.add(at, change(key, Change.UPDATE_AFTER, visitors));
          }
        });
    return rows.table(List.of("window", "page"), List.of("change", "visitors"));
  }

  private static VisitorsChange change(Key key, Change change, long visitors) {
    return new VisitorsChange(key.start(), key.end(), key.page(), change, visitors);
  }

  private static void play(Scenario<ClickEvent> scenario, Firing firing) {
    Map<Key, List<ClickEvent>> windows = new TreeMap<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.watermark());
      for (ClickEvent event : step.arrivals()) {
        Key key = keyOf(event);
        if (key.end().plus(LATENESS).isAfter(watermark)) {
          List<ClickEvent> events = windows.computeIfAbsent(key, it -> new ArrayList<>());
          events.add(event);
          if (!key.end().isAfter(watermark)) {
            firing.of(at, key, events);
          }
        }
      }
      for (Key key : windows.keySet()) {
        if (key.end().isAfter(watermark) && !key.end().isAfter(step.watermark())) {
          firing.of(at, key, windows.get(key));
        }
      }
      watermark = step.watermark();
    }
  }

  /** Counts the views of each page in windows of ten minutes every five. */
  static Table slidingViews(Scenario<ClickEvent> scenario) {
    return completeCounts(scenario, Duration.ofMillis(2 * SIZE));
  }

  /** Counts the views of each page in windows of five minutes, once they are complete. */
  static Table tumblingViews(Scenario<ClickEvent> scenario) {
    return completeCounts(scenario, Duration.ofMillis(SIZE));
  }

  private static Table completeCounts(Scenario<ClickEvent> scenario, Duration size) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedWindow<ClickEvent> window :
        ClosedWindow.of(scenario, size, Duration.ofMillis(SIZE))) {
      window.events().stream()
          .collect(groupingBy(ClickEvent::page, TreeMap::new, counting()))
          .forEach(
              (page, views) ->
                  rows.add(window.at(), new PageCount(window.start(), window.end(), page, views)));
    }
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  /** Finds the views for which all of these windows were past when they arrived. */
  static Table tooLate(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
        long lastStart = Math.floorDiv(event.eventTime().toEpochMilli(), SIZE) * SIZE;
        if (!Instant.ofEpochMilli(lastStart + 2 * SIZE).isAfter(watermark)) {
          rows.add(StoryTime.format(step.watermark()), event);
        }
      }
      watermark = step.watermark();
    }
    return rows.table(List.of("event id"), List.of("page", "event time"));
  }

  /** Counts in windows of five minutes; each step shows the counts that it has changed. */
  static Table changedCounts(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<Key, Long> counts = new TreeMap<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      Set<Key> changed = new TreeSet<>();
      for (ClickEvent event : step.arrivals()) {
        Key key = keyOf(event);
        if (key.end().isAfter(watermark)) {
          counts.merge(key, 1L, Long::sum);
          changed.add(key);
        }
      }
      changed.forEach(key -> add(rows, step, key, counts.get(key)));
      watermark = step.watermark();
    }
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  /** Counts for each step the windows and pages for which a view of the step comes too late. */
  static Table droppedGroups(Scenario<ClickEvent> scenario) {
    List<Emission> rows = new ArrayList<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      Set<Key> dropped = new TreeSet<>();
      for (ClickEvent event : step.arrivals()) {
        if (!keyOf(event).end().isAfter(watermark)) {
          dropped.add(keyOf(event));
        }
      }
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("after", Arrived.in(scenario, step));
      cells.put("dropped", String.valueOf(dropped.size()));
      rows.add(new Emission(StoryTime.format(step.watermark()), new Row(cells)));
      watermark = step.watermark();
    }
    return new Table(List.of("after"), List.of("dropped"), rows);
  }

  /** Counts every view in windows of five minutes; each step shows all counts. */
  static Table wholeTable(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<Key, Long> counts = new TreeMap<>();
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      step.arrivals().forEach(event -> counts.merge(keyOf(event), 1L, Long::sum));
      counts.forEach((key, views) -> add(rows, step, key, views));
    }
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  private static Key keyOf(ClickEvent event) {
    long start = Math.floorDiv(event.eventTime().toEpochMilli(), SIZE) * SIZE;
    return new Key(Instant.ofEpochMilli(start + SIZE), event.page());
  }

  private static void add(ExpectedRows rows, Scenario.Step<ClickEvent> step, Key key, long views) {
    rows.add(
        StoryTime.format(step.watermark()),
        new PageCount(key.start(), key.end(), key.page(), views));
  }
}
