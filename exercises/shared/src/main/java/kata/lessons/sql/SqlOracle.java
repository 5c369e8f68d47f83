package kata.lessons.sql;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.verdict.Table;
import kata.lessons.ClosedWindow;
import kata.lessons.ExpectedRows;

/** Answers the lessons on SQL without any engine. */
final class SqlOracle {

  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int PLACES = 2;

  /**
   * One row of a ranking.
   *
   * @param place 1 is the page with the most views
   */
  public record RankedPage(
      Instant windowStart, Instant windowEnd, long place, String page, long views) {}

  private SqlOracle() {}

  static Table topPages(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedWindow<ClickEvent> window : ClosedWindow.of(scenario, STEP, STEP)) {
      List<Map.Entry<String, Long>> ranking = new ArrayList<>(views(window.events()).entrySet());
      ranking.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
      for (int i = 0; i < Math.min(PLACES, ranking.size()); i++) {
        Map.Entry<String, Long> page = ranking.get(i);
        rows.add(
            window.at(),
            new RankedPage(window.start(), window.end(), i + 1, page.getKey(), page.getValue()));
      }
    }
    return rows.table(List.of("window", "place"), List.of("page", "views"));
  }

  /** A total is that of the quarter's steps so far, each as it was when the total came out. */
  static Table runningTotals(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    List<ClickEvent> arrived = new ArrayList<>();
    Instant watermark = null;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      arrived.addAll(step.arrivals());
      Instant before = watermark == null ? step.watermark().minus(QUARTER) : watermark;
      watermark = step.watermark();
      Instant end = floor(before, STEP).plus(STEP);
      for (; !end.isAfter(watermark); end = end.plus(STEP)) {
        Instant start = floor(end.minusMillis(1), QUARTER);
        for (Map.Entry<String, Long> page : views(between(arrived, start, end)).entrySet()) {
          rows.add(
              StoryTime.format(watermark),
              new PageCount(start, end, page.getKey(), page.getValue()));
        }
      }
    }
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  private static List<ClickEvent> between(List<ClickEvent> events, Instant start, Instant end) {
    return events.stream()
        .filter(it -> !it.eventTime().isBefore(start) && it.eventTime().isBefore(end))
        .toList();
  }

  private static Instant floor(Instant moment, Duration unit) {
    long millis = moment.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, unit.toMillis()));
  }

  private static Map<String, Long> views(List<ClickEvent> events) {
    return events.stream().collect(groupingBy(ClickEvent::page, TreeMap::new, counting()));
  }
}
