package kata.lessons.sliding;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Reading;
import kata.datasets.Scenario;
import kata.datasets.SensorAverage;
import kata.harness.verdict.Table;
import kata.lessons.ClosedWindow;
import kata.lessons.ExpectedRows;

/** Answers the sliding lessons without any engine. */
public final class SlidingOracle {

  private static final Duration SIZE = Duration.ofMinutes(10);

  private SlidingOracle() {}

  /** Returns the most viewed page of each window, of events that are all views. */
  public static Table trendingPages(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedWindow<ClickEvent> window : ClosedWindow.of(scenario, SIZE, Duration.ofMinutes(2))) {
      Map<String, Long> views =
          window.events().stream().collect(groupingBy(ClickEvent::page, TreeMap::new, counting()));
      String best = null;
      for (String page : views.keySet()) {
        if (best == null || views.get(page) > views.get(best)) {
          best = page;
        }
      }
      rows.add(window.at(), new PageCount(window.start(), window.end(), best, views.get(best)));
    }
    return rows.table(List.of("window"), List.of("page", "views"));
  }

  static Table movingAverage(Scenario<Reading> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedWindow<Reading> window : ClosedWindow.of(scenario, SIZE, Duration.ofMinutes(5))) {
      window.events().stream()
          .collect(groupingBy(Reading::sensor, TreeMap::new, averagingInt(Reading::celsius)))
          .forEach(
              (sensor, average) ->
                  rows.add(
                      window.at(),
                      new SensorAverage(window.start(), window.end(), sensor, average)));
    }
    return rows.table(List.of("window", "sensor"), List.of("average"));
  }
}
