package kata.lessons.tumbling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/**
 * Counts page views in windows of five minutes without any engine, as a second opinion on generated
 * traffic.
 */
final class TumblingOracle {

  private static final Duration SIZE = Duration.ofMinutes(5);

  private record Key(Instant start, String page) {}

  private record Closed(String at, PageCount count) {}

  private TumblingOracle() {}

  static Table pageViewsPerWindow(Scenario<ClickEvent> scenario) {
    List<Emission> emissions = new ArrayList<>();
    for (Closed closed : closed(scenario)) {
      emissions.add(new Emission(closed.at(), row(closed.count())));
    }
    return new Table(List.of("window", "page"), List.of("views"), emissions);
  }

  static Table busiestPage(Scenario<ClickEvent> scenario) {
    Map<Instant, Closed> best = new TreeMap<>();
    Comparator<PageCount> busier =
        Comparator.comparingLong(PageCount::views)
            .thenComparing(PageCount::page, Comparator.reverseOrder());
    for (Closed closed : closed(scenario)) {
      best.merge(
          closed.count().windowStart(),
          closed,
          (a, b) -> busier.compare(a.count(), b.count()) >= 0 ? a : b);
    }
    List<Emission> emissions = new ArrayList<>();
    best.values().forEach(it -> emissions.add(new Emission(it.at(), row(it.count()))));
    return new Table(List.of("window"), List.of("page", "views"), emissions);
  }

  private static List<Closed> closed(Scenario<ClickEvent> scenario) {
    List<Closed> closed = new ArrayList<>();
    Map<Key, Long> open = new TreeMap<>(Comparator.comparing(Key::start).thenComparing(Key::page));
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
        long millis = event.eventTime().toEpochMilli();
        Instant start = Instant.ofEpochMilli(millis - Math.floorMod(millis, SIZE.toMillis()));
        if (start.plus(SIZE).isAfter(watermark)) {
          open.merge(new Key(start, event.page()), 1L, Long::sum);
        }
      }
      watermark = step.watermark();
      Set<Key> done = new HashSet<>();
      for (Map.Entry<Key, Long> entry : open.entrySet()) {
        Instant end = entry.getKey().start().plus(SIZE);
        if (!end.isAfter(watermark)) {
          done.add(entry.getKey());
          closed.add(
              new Closed(
                  StoryTime.format(watermark),
                  new PageCount(
                      entry.getKey().start(), end, entry.getKey().page(), entry.getValue())));
        }
      }
      open.keySet().removeAll(done);
    }
    return closed;
  }

  private static Row row(PageCount count) {
    Map<String, Object> values = new TreeMap<>();
    values.put("windowStart", count.windowStart());
    values.put("windowEnd", count.windowEnd());
    values.put("page", count.page());
    values.put("views", count.views());
    return Row.of(values);
  }
}
