package kata.lessons.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.LeadingView;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Joins views with the purchases of the ten minutes after them, without any engine. */
final class JoinedInRange {

  private static final Duration RANGE = Duration.ofMinutes(10);

  private final ExpectedRows rows = new ExpectedRows();
  private final List<ClickEvent> seen = new ArrayList<>();
  private final Set<ClickEvent> answered = new HashSet<>();

  private JoinedInRange(Scenario<ClickEvent> scenario, boolean outer) {
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.watermark());
      for (ClickEvent event : step.arrivals()) {
        if (event.eventTime().isAfter(watermark)) {
          for (ClickEvent other : seen) {
            addPair(at, event, other);
            addPair(at, other, event);
          }
          seen.add(event);
        }
      }
      watermark = step.watermark();
      if (outer) {
        addRuledOut(at, watermark.minus(RANGE));
      }
    }
  }

  static Table expect(Scenario<ClickEvent> scenario) {
    return new JoinedInRange(scenario, false)
        .rows.table(List.of("user", "viewed", "bought"), List.of("page", "seconds"));
  }

  static Table expectOuter(Scenario<ClickEvent> scenario) {
    return new JoinedInRange(scenario, true)
        .rows.table(List.of("user", "viewed", "bought"), List.of("page"));
  }

  private void addPair(String at, ClickEvent view, ClickEvent purchase) {
    Duration between = Duration.between(view.eventTime(), purchase.eventTime());
    if (view.eventType() != EventType.PURCHASE
        && purchase.eventType() == EventType.PURCHASE
        && view.userId().equals(purchase.userId())
        && !between.isNegative()
        && between.compareTo(RANGE) <= 0) {
      answered.add(view);
      add(at, view, purchase.eventTime(), between.toSeconds());
    }
  }

  private void addRuledOut(String at, Instant before) {
    for (ClickEvent view : seen) {
      if (view.eventType() != EventType.PURCHASE
          && view.eventTime().isBefore(before)
          && answered.add(view)) {
        add(at, view, null, 0);
      }
    }
  }

  private void add(String at, ClickEvent view, Instant bought, long seconds) {
    rows.add(at, new LeadingView(view.userId(), view.eventTime(), bought, view.page(), seconds));
  }
}
