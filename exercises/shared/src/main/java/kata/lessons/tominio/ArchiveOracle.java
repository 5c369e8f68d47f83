package kata.lessons.tominio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Archives clicks without any engine, as a second opinion on generated traffic. */
final class ArchiveOracle {

  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);

  /** A click in the archive. */
  public record Archived(
      String eventId, String page, Instant eventTimestampStart, Instant eventTimestampEnd) {}

  private ArchiveOracle() {}

  /** Returns each click of a story once, at the first look after it came. */
  static Table rows(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    List<Archived> unseen = new ArrayList<>();
    for (Scenario.Step<Message> step : scenario.steps()) {
      step.arrivals().forEach(it -> unseen.add(archived(JSON.fromLine(it.value()))));
      if (step.then() == Happening.CHECKPOINT) {
        unseen.forEach(it -> rows.add(StoryTime.format(step.moment()), it));
        unseen.clear();
      }
    }
    return rows.table(
        List.of("event id"), List.of("page", "event timestamp start", "event timestamp end"));
  }

  private static Archived archived(ClickEvent click) {
    Instant start = StoryTime.parse("00:00");
    while (!start.plus(Duration.ofMinutes(5)).isAfter(click.eventTime())) {
      start = start.plus(Duration.ofMinutes(5));
    }
    return new Archived(click.eventId(), click.page(), start, start.plus(Duration.ofMinutes(5)));
  }
}
