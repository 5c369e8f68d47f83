package kata.lessons.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.LeadingView;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Joins purchases with the views of the ten minutes before, without any engine. */
final class JoinedInRange {

  private static final Duration RANGE = Duration.ofMinutes(10);

  private JoinedInRange() {}

  static Table expect(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    List<ClickEvent> seen = new ArrayList<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.watermark());
      for (ClickEvent event : step.arrivals()) {
        if (event.eventTime().isAfter(watermark)) {
          for (ClickEvent other : seen) {
            addPair(rows, at, event, other);
            addPair(rows, at, other, event);
          }
          seen.add(event);
        }
      }
      watermark = step.watermark();
    }
    return rows.table(List.of("user", "viewed", "bought"), List.of("page", "seconds"));
  }

  private static void addPair(ExpectedRows rows, String at, ClickEvent view, ClickEvent purchase) {
    Duration between = Duration.between(view.eventTime(), purchase.eventTime());
    if (view.eventType() != EventType.PURCHASE
        && purchase.eventType() == EventType.PURCHASE
        && view.userId().equals(purchase.userId())
        && !between.isNegative()
        && between.compareTo(RANGE) <= 0) {
      rows.add(
          at,
          new LeadingView(
              view.userId(),
              view.eventTime(),
              purchase.eventTime(),
              view.page(),
              between.toSeconds()));
    }
  }
}
