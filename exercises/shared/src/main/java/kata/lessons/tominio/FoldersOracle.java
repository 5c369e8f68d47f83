package kata.lessons.tominio;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Puts clicks into folders without any engine, as a second opinion on generated traffic. */
final class FoldersOracle {

  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("'day='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** A click in its folder. */
  public record Filed(
      String folder, String eventId, String userId, String page, Instant eventTime) {}

  private FoldersOracle() {}

  /** Returns each click of a story once, at the first look after it came. */
  static Table rows(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    List<Filed> unseen = new ArrayList<>();
    for (Scenario.Step<Message> step : scenario.steps()) {
      step.arrivals().stream()
          .map(Message::value)
          .map(JSON::fromLine)
          .map(FoldersOracle::filed)
          .forEach(unseen::add);
      if (step.then() == Happening.CHECKPOINT) {
        unseen.forEach(it -> rows.add(StoryTime.format(step.moment()), it));
        unseen.clear();
      }
    }
    return rows.table(List.of("event id", "folder"), List.of("user id", "page", "event time"));
  }

  private static Filed filed(ClickEvent click) {
    return new Filed(
        FOLDER.format(click.eventTime()),
        click.eventId(),
        click.userId(),
        click.page(),
        click.eventTime());
  }
}
