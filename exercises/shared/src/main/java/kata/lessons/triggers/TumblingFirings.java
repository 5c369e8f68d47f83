package kata.lessons.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.PagePreview;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/**
 * Says without any engine when windows of five minutes fire in generated traffic, and with what.
 */
final class TumblingFirings {

  private static final Duration SIZE = Duration.ofMinutes(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What one window and key has had so far. */
  private static final class Pane {

    private final Instant start;
    private final String key;
    private final List<ClickEvent> views = new ArrayList<>();
    private int shown;

    private Pane(Instant start, String key) {
      this.start = start;
      this.key = key;
    }

    private Instant end() {
      return start.plus(SIZE);
    }

    private int fresh() {
      return views.size() - shown;
    }

    private Row row(String keyColumn, Map<String, ?> values) {
      Map<String, Object> cells = new TreeMap<>(values);
      cells.put("windowStart", start);
      cells.put("windowEnd", end());
      cells.put(keyColumn, key);
      return Row.of(cells);
    }
  }

  /** The rule of one lesson. */
  private interface Rule {

    /** Returns the row that a view makes, or null. */
    Row onView(Pane pane, boolean ended);

    /** Returns the row that a watermark makes, or null. */
    Row onWatermark(Pane pane, Instant before, Instant now);
  }

  private TumblingFirings() {}

  static Table countOrTime(Scenario<ClickEvent> scenario) {
    Rule rule =
        new Rule() {
          @Override
          public Row onView(Pane pane, boolean ended) {
            return pane.fresh() >= 3 ? all(pane) : null;
          }

          @Override
          public Row onWatermark(Pane pane, Instant before, Instant now) {
            return ends(pane, before, now) && pane.fresh() > 0 ? all(pane) : null;
          }

          private Row all(Pane pane) {
            pane.shown = pane.views.size();
            return pane.row("page", Map.of("views", pane.views.size()));
          }
        };
    List<Emission> rows = play(scenario, ClickEvent::page, Duration.ZERO, rule);
    return new Table(List.of("window", "page"), List.of("views"), rows);
  }

  static Table fireAndPurge(Scenario<ClickEvent> scenario) {
    Rule rule =
        new Rule() {
          @Override
          public Row onView(Pane pane, boolean ended) {
            return ended || pane.fresh() >= 2 ? increment(pane) : null;
          }

          @Override
          public Row onWatermark(Pane pane, Instant before, Instant now) {
            return ends(pane, before, now) && pane.fresh() > 0 ? increment(pane) : null;
          }

          private Row increment(Pane pane) {
            int fresh = pane.fresh();
            pane.shown = pane.views.size();
            return pane.row("page", Map.of("newViews", fresh, "totalViews", pane.shown));
          }
        };
    List<Emission> rows = play(scenario, ClickEvent::page, MINUTE, rule);
    return new Table(List.of("window", "page"), List.of("new views", "total views"), rows);
  }

  static Table earlyPreviews(Scenario<ClickEvent> scenario) {
    Rule rule =
        new Rule() {
          @Override
          public Row onView(Pane pane, boolean ended) {
            return null;
          }

          @Override
          public Row onWatermark(Pane pane, Instant before, Instant now) {
            if (ends(pane, before, now)) {
              return row(pane, PagePreview.FINAL);
            }
            for (Instant mark = pane.start.plus(MINUTE);
                mark.isBefore(pane.end());
                mark = mark.plus(MINUTE)) {
              if (pane.fresh() > 0 && before.isBefore(mark) && !now.isBefore(mark)) {
                return row(pane, PagePreview.PREVIEW);
              }
            }
            return null;
          }

          private Row row(Pane pane, String status) {
            pane.shown = pane.views.size();
            return pane.row("page", Map.of("views", pane.shown, "status", status));
          }
        };
    List<Emission> rows = play(scenario, ClickEvent::page, Duration.ZERO, rule);
    return new Table(List.of("window", "page"), List.of("views", "status"), rows);
  }

  static Table lastPages(Scenario<ClickEvent> scenario) {
    Rule rule =
        new Rule() {
          @Override
          public Row onView(Pane pane, boolean ended) {
            return null;
          }

          @Override
          public Row onWatermark(Pane pane, Instant before, Instant now) {
            if (!ends(pane, before, now)) {
              return null;
            }
            List<ClickEvent> sorted = new ArrayList<>(pane.views);
            sorted.sort(Comparator.comparing(ClickEvent::eventTime));
            return pane.row(
                "user",
                Map.of(
                    "pages",
                    sorted.subList(Math.max(0, sorted.size() - 3), sorted.size()).stream()
                        .map(ClickEvent::page)
                        .collect(Collectors.joining(" > "))));
          }
        };
    List<Emission> rows = play(scenario, ClickEvent::userId, Duration.ZERO, rule);
    return new Table(List.of("window", "user"), List.of("pages"), rows);
  }

  private static boolean ends(Pane pane, Instant before, Instant now) {
    return before.isBefore(pane.end()) && !now.isBefore(pane.end());
  }

  private static List<Emission> play(
      Scenario<ClickEvent> scenario,
      Function<ClickEvent, String> key,
      Duration lateness,
      Rule rule) {
    Map<String, Pane> panes = new TreeMap<>();
    List<Emission> rows = new ArrayList<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.watermark());
      for (ClickEvent event : step.arrivals()) {
        long millis = event.eventTime().toEpochMilli();
        Instant start = Instant.ofEpochMilli(millis - millis % SIZE.toMillis());
        if (start.plus(SIZE).plus(lateness).isAfter(watermark)) {
          String name = key.apply(event);
          Pane pane = panes.computeIfAbsent(start + name, it -> new Pane(start, name));
          pane.views.add(event);
          add(rows, at, rule.onView(pane, !pane.end().isAfter(watermark)));
        }
      }
      for (Pane pane : panes.values()) {
        add(rows, at, rule.onWatermark(pane, watermark, step.watermark()));
      }
      watermark = step.watermark();
    }
    return rows;
  }

  private static void add(List<Emission> rows, String at, Row row) {
    if (row != null) {
      rows.add(new Emission(at, row));
    }
  }
}
