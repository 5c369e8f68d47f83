package kata.lessons.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Finds unfinished checkouts without any engine, where each session has at most one. */
final class OpenCheckouts {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  private OpenCheckouts() {}

  static Table expect(Scenario<ClickEvent> scenario) {
    Map<String, ClickEvent> open = new LinkedHashMap<>();
    Map<String, Instant> purchases = new HashMap<>();
    List<Emission> rows = new ArrayList<>();
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent click : step.arrivals()) {
        if (click.eventType() == EventType.CHECKOUT) {
          open.put(click.sessionId(), click);
        } else if (click.eventType() == EventType.PURCHASE) {
          purchases.put(click.sessionId(), click.eventTime());
        }
      }
      for (ClickEvent checkout : List.copyOf(open.values())) {
        Instant limit = checkout.eventTime().plus(LIMIT);
        if (!purchases.getOrDefault(checkout.sessionId(), Instant.MAX).isAfter(limit)) {
          open.remove(checkout.sessionId());
        } else if (step.watermark().isAfter(limit)) {
          open.remove(checkout.sessionId());
          rows.add(alert(checkout, limit, step.watermark()));
        }
      }
    }
    return new Table(List.of("session", "user"), List.of("started", "limit"), rows);
  }

  private static Emission alert(ClickEvent checkout, Instant limit, Instant watermark) {
    Map<String, Object> row = new TreeMap<>();
    row.put("session", checkout.sessionId());
    row.put("user", checkout.userId());
    row.put("started", checkout.eventTime());
    row.put("limit", limit);
    return new Emission(StoryTime.format(watermark), Row.of(row));
  }
}
