package kata.lessons.timezones;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/**
 * Answers the lesson on days without any engine, and without a time zone: from a list of the
 * midnights of Berlin, of 2024, around the clock changes.
 */
final class DaysOracle {

  private static final List<Instant> MIDNIGHTS = midnights();

  private DaysOracle() {}

  private static List<Instant> midnights() {
    List<Instant> midnights = new ArrayList<>();
    for (String day : List.of("03-27", "03-28", "03-29", "03-30")) {
      midnights.add(StoryTime.parse("2024-%s 23:00".formatted(day)));
    }
    for (String day :
        List.of("03-31", "04-01", "04-02", "04-03", "04-04", "04-05", "04-06", "04-07", "10-23")) {
      midnights.add(StoryTime.parse("2024-%s 22:00".formatted(day)));
    }
    for (String day : List.of("10-24", "10-25", "10-26")) {
      midnights.add(StoryTime.parse("2024-%s 22:00".formatted(day)));
    }
    for (String day : List.of("10-27", "10-28", "10-29", "10-30", "10-31", "11-01", "11-02")) {
      midnights.add(StoryTime.parse("2024-%s 23:00".formatted(day)));
    }
    return midnights;
  }

  private static int day(Instant time) {
    for (int day = 0; day + 1 < MIDNIGHTS.size(); day++) {
      if (time.isBefore(MIDNIGHTS.get(day + 1)) && !time.isBefore(MIDNIGHTS.get(day))) {
        return day;
      }
    }
    throw new IllegalArgumentException(time + " is not in a day of the oracle. Add its midnights.");
  }

  static Table dailyViews(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<Integer, Map<String, Integer>> open = new TreeMap<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent view : step.arrivals()) {
        int day = day(view.eventTime());
        if (MIDNIGHTS.get(day + 1).isAfter(watermark)) {
          open.computeIfAbsent(day, it -> new TreeMap<>()).merge(view.page(), 1, Integer::sum);
        }
      }
      watermark = step.watermark();
      String at = StoryTime.format(watermark);
      Iterator<Map.Entry<Integer, Map<String, Integer>>> days = open.entrySet().iterator();
      while (days.hasNext()) {
        Map.Entry<Integer, Map<String, Integer>> day = days.next();
        Instant start = MIDNIGHTS.get(day.getKey());
        Instant end = MIDNIGHTS.get(day.getKey() + 1);
        if (!end.isAfter(watermark)) {
          day.getValue()
              .forEach((page, views) -> rows.add(at, new PageCount(start, end, page, views)));
          days.remove();
        }
      }
    }
    return rows.table(List.of("window", "page"), List.of("views"));
  }
}
