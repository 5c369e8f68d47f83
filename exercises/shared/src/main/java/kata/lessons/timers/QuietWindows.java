package kata.lessons.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Counts views without any engine, in windows that have views or follow one that has. */
final class QuietWindows {

  private static final Duration SIZE = Duration.ofMinutes(5);

  private QuietWindows() {}

  static Table expect(Scenario<ClickEvent> scenario) {
    Map<String, Map<Instant, Long>> open = new TreeMap<>();
    List<Emission> rows = new ArrayList<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent view : step.arrivals()) {
        long millis = view.eventTime().toEpochMilli();
        Instant start = Instant.ofEpochMilli(millis - Math.floorMod(millis, SIZE.toMillis()));
        if (start.plus(SIZE).isAfter(watermark)) {
          open.computeIfAbsent(view.page(), page -> new TreeMap<>()).merge(start, 1L, Long::sum);
        }
      }
      watermark = step.watermark();
      for (Map.Entry<String, Map<Instant, Long>> page : open.entrySet()) {
        close((TreeMap<Instant, Long>) page.getValue(), page.getKey(), watermark, rows);
      }
    }
    return new Table(List.of("window", "page"), List.of("views"), rows);
  }

  private static void close(
      TreeMap<Instant, Long> windows, String page, Instant watermark, List<Emission> rows) {
    while (!windows.isEmpty() && !windows.firstKey().plus(SIZE).isAfter(watermark)) {
      Map.Entry<Instant, Long> first = windows.pollFirstEntry();
      Instant end = first.getKey().plus(SIZE);
      Map<String, Object> row = new TreeMap<>();
      row.put("windowStart", first.getKey());
      row.put("windowEnd", end);
      row.put("page", page);
      row.put("views", first.getValue());
      rows.add(new Emission(StoryTime.format(watermark), Row.of(row)));
      if (first.getValue() > 0) {
        windows.putIfAbsent(end, 0L);
      }
    }
  }
}
