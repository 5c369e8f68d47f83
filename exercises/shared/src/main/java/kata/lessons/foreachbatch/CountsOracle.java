package kata.lessons.foreachbatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Counts views without any engine, as a second opinion on generated traffic. */
final class CountsOracle {

  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);
  private static final Duration SIZE = Duration.ofMinutes(5);

  private record Key(Instant start, String page) {}

  private CountsOracle() {}

  /** Returns the whole table at each look. */
  static Table rows(Scenario<Message> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Map<Key, Long> counts =
        new TreeMap<>(Comparator.comparing(Key::start).thenComparing(Key::page));
    for (Scenario.Step<Message> step : scenario.steps()) {
      step.arrivals().stream()
          .map(Message::value)
          .map(JSON::fromLine)
          .forEach(view -> counts.merge(keyOf(view), 1L, Long::sum));
      if (step.then() == Happening.CHECKPOINT) {
        String at = StoryTime.format(step.moment());
        counts.forEach((key, views) -> rows.add(at, row(key, views)));
      }
    }
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  private static Key keyOf(ClickEvent view) {
    long time = view.eventTime().toEpochMilli();
    return new Key(Instant.ofEpochMilli(time - Math.floorMod(time, SIZE.toMillis())), view.page());
  }

  private static PageCount row(Key key, long views) {
    return new PageCount(key.start(), key.start().plus(SIZE), key.page(), views);
  }
}
