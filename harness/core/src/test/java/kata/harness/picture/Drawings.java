package kata.harness.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Table;

/** Counts page views in the right way and in several wrong ones, to have something to draw. */
final class Drawings {

  static final Duration FIVE = Duration.ofMinutes(5);

  private record Key(Instant start, String page) {}

  /** A way to count. */
  record Way(Duration size, Duration slide, Duration offset, boolean byPage, boolean atOnce) {

    static Way right() {
      return new Way(FIVE, FIVE, Duration.ZERO, true, false);
    }

    static Way ofSize(Duration size, Duration slide) {
      return new Way(size, slide, Duration.ZERO, true, false);
    }

    static Way shifted(Duration offset) {
      return new Way(FIVE, FIVE, offset, true, false);
    }

    static Way withoutKey() {
      return new Way(FIVE, FIVE, Duration.ZERO, false, false);
    }

    static Way eventByEvent() {
      return new Way(FIVE, FIVE, Duration.ZERO, true, true);
    }
  }

  private Drawings() {}

  /** Returns wrong ways to count, by name. */
  static Map<String, Way> wrongWays() {
    Map<String, Way> ways = new TreeMap<>();
    ways.put("double size", Way.ofSize(FIVE.multipliedBy(2), FIVE.multipliedBy(2)));
    ways.put("seconds", Way.ofSize(Duration.ofSeconds(5), Duration.ofSeconds(5)));
    ways.put("sliding", Way.ofSize(FIVE, Duration.ofMinutes(1)));
    ways.put("shifted", Way.shifted(Duration.ofMinutes(1)));
    ways.put("nearly inclusive", Way.shifted(Duration.ofMillis(1)));
    ways.put("in 1970", Way.shifted(Duration.ofDays(-19_000)));
    ways.put("in the far future", Way.shifted(Duration.ofDays(400_000)));
    ways.put("without a key", Way.withoutKey());
    ways.put("event by event", Way.eventByEvent());
    return ways;
  }

  static Table table(Scenario<ClickEvent> scenario) {
    return new Table(
        List.of("window", "page"), List.of("views"), count(scenario, Way.right()).emissions());
  }

  /** Counts in event time; a window is answered when the watermark reaches its end. */
  static Transcript count(Scenario<ClickEvent> scenario, Way way) {
    List<Emission> out = new ArrayList<>();
    Map<Key, Long> open = new LinkedHashMap<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.watermark());
      for (ClickEvent event : step.arrivals()) {
        for (Instant start : starts(event.eventTime(), way)) {
          Key key = new Key(start, way.byPage() ? event.page() : "all");
          if (start.plus(way.size()).isAfter(watermark)) {
            long count = open.merge(key, 1L, Long::sum);
            if (way.atOnce()) {
              out.add(new Emission(at, row(key, count, way)));
            }
          }
        }
      }
      watermark = step.watermark();
      for (Key key : List.copyOf(open.keySet())) {
        if (!key.start().plus(way.size()).isAfter(watermark) && !way.atOnce()) {
          out.add(new Emission(at, row(key, open.remove(key), way)));
        }
      }
    }
    return new Transcript(out);
  }

  private static List<Instant> starts(Instant time, Way way) {
    List<Instant> starts = new ArrayList<>();
    long slide = way.slide().toMillis();
    long last = Math.floorDiv(time.toEpochMilli(), slide) * slide;
    for (long start = last; start > time.toEpochMilli() - way.size().toMillis(); start -= slide) {
      starts.add(Instant.ofEpochMilli(start).plus(way.offset()));
    }
    return starts;
  }

  private static Row row(Key key, long count, Way way) {
    Map<String, Object> values = new TreeMap<>();
    values.put("windowStart", key.start());
    values.put("windowEnd", key.start().plus(way.size()));
    values.put("page", key.page());
    values.put("views", count);
    return Row.of(values);
  }
}
