package kata.lessons.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.PageView;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Finds the first views of pages without any engine; the watermark moves after each step. */
final class FirstViews {

  private static final Duration DELAY = Duration.ofMinutes(10);

  private FirstViews() {}

  static Table expect(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<String, Instant> seen = new HashMap<>();
    Instant watermark = Instant.EPOCH;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      Instant latest = watermark;
      for (ClickEvent view : step.arrivals()) {
        Instant time = view.eventTime();
        if (time.isAfter(watermark) && seen.putIfAbsent(view.page(), time) == null) {
          rows.add(StoryTime.format(step.moment()), new PageView(view.page(), time));
        }
        latest = time.minus(DELAY).isAfter(latest) ? time.minus(DELAY) : latest;
      }
      watermark = latest;
      Instant forget = watermark.minus(DELAY);
      seen.values().removeIf(time -> !time.isAfter(forget));
    }
    return rows.table(List.of("page"), List.of("viewed"));
  }
}
