package kata.lessons.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** Joins views and purchases without any engine, where no event comes after its window. */
final class JoinedWindows {

  private static final Duration SIZE = Duration.ofMinutes(10);

  private JoinedWindows() {}

  static Table expect(Scenario<ClickEvent> scenario) {
    List<Emission> rows = new ArrayList<>();
    for (ClickEvent view : scenario.events()) {
      for (ClickEvent purchase : scenario.events()) {
        if (view.eventType() != EventType.PURCHASE
            && purchase.eventType() == EventType.PURCHASE
            && view.userId().equals(purchase.userId())
            && start(view).equals(start(purchase))) {
          rows.add(new Emission(closing(scenario, start(view).plus(SIZE)), row(view, purchase)));
        }
      }
    }
    return new Table(
        List.of("window", "user", "viewed", "bought"), List.of("page", "millis"), rows);
  }

  private static Instant start(ClickEvent event) {
    long millis = event.eventTime().toEpochMilli();
    return Instant.ofEpochMilli(millis - millis % SIZE.toMillis());
  }

  private static String closing(Scenario<ClickEvent> scenario, Instant end) {
    return scenario.steps().stream()
        .map(Scenario.Step::watermark)
        .filter(watermark -> !watermark.isBefore(end))
        .findFirst()
        .map(StoryTime::format)
        .orElse(Emission.END);
  }

  private static Row row(ClickEvent view, ClickEvent purchase) {
    Map<String, Object> row = new TreeMap<>();
    row.put("windowStart", start(view));
    row.put("windowEnd", start(view).plus(SIZE));
    row.put("user", view.userId());
    row.put("viewed", view.eventTime());
    row.put("bought", purchase.eventTime());
    row.put("page", view.page());
    row.put("millis", Duration.between(view.eventTime(), purchase.eventTime()).toMillis());
    return Row.of(row);
  }
}
