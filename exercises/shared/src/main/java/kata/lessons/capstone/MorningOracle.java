package kata.lessons.capstone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.ConversionRate;
import kata.datasets.EventType;
import kata.datasets.LateEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.VisitCount;
import kata.harness.verdict.Table;
import kata.lessons.ClosedWindow;
import kata.lessons.ExpectedRows;
import kata.lessons.session.ClosedSession;
import kata.lessons.sliding.SlidingOracle;

/** Writes the four reports without any engine. */
final class MorningOracle {

  private static final Duration GAP = Duration.ofMinutes(30);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** What was found for a report and a scenario, which many answers are compared with. */
  private static final Map<List<String>, Table> FOUND = new ConcurrentHashMap<>();

  private MorningOracle() {}

  private static Table once(
      String report, Scenario<ClickEvent> scenario, Function<Scenario<ClickEvent>, Table> find) {
    return FOUND.computeIfAbsent(List.of(report, scenario.name()), it -> find.apply(scenario));
  }

  static Table sessions(Scenario<ClickEvent> scenario) {
    return once("sessions", scenario, MorningOracle::findSessions);
  }

  private static Table findSessions(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedSession session : ClosedSession.of(scenario, event -> GAP)) {
      rows.add(
          session.at(),
          new VisitCount(session.start(), session.end(), session.user(), session.events().size()));
    }
    return rows.table(List.of("window", "user"), List.of("events"));
  }

  static Table conversion(Scenario<ClickEvent> scenario) {
    return once("conversion", scenario, MorningOracle::findConversion);
  }

  private static Table findConversion(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedWindow<ClickEvent> window : ClosedWindow.of(scenario, FIVE_MINUTES, FIVE_MINUTES)) {
      Set<String> visitors =
          window.events().stream().map(ClickEvent::userId).collect(Collectors.toSet());
      Set<String> buyers =
          window.events().stream()
              .filter(event -> event.eventType() == EventType.PURCHASE)
              .map(ClickEvent::userId)
              .collect(Collectors.toSet());
      rows.add(
          window.at(),
          new ConversionRate(
              window.start(),
              window.end(),
              window.events().size(),
              visitors.size(),
              buyers.size(),
              1_000L * buyers.size() / visitors.size()));
    }
    return rows.table(List.of("window"), List.of("events", "visitors", "buyers", "per mille"));
  }

  static Table trending(Scenario<ClickEvent> scenario) {
    return once("trending", scenario, MorningOracle::findTrending);
  }

  private static Table findTrending(Scenario<ClickEvent> scenario) {
    List<Scenario.Step<ClickEvent>> views =
        scenario.steps().stream()
            .map(
                step ->
                    new Scenario.Step<>(
                        step.arrivals().stream()
                            .filter(event -> event.eventType() == EventType.PAGE_VIEW)
                            .toList(),
                        step.moment()))
            .toList();
    return SlidingOracle.trendingPages(new Scenario<>(scenario.name(), scenario.story(), views));
  }

  static Table late(Scenario<ClickEvent> scenario) {
    return once("late", scenario, MorningOracle::findLate);
  }

  private static Table findLate(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
        if (!endOfFive(event.eventTime()).isAfter(watermark)) {
          rows.add(
              StoryTime.format(step.watermark()),
              new LateEvent(event.eventId(), event.eventTime()));
        }
      }
      watermark = step.watermark();
    }
    return rows.table(List.of("event id"), List.of("event time"));
  }

  private static Instant endOfFive(Instant time) {
    long size = FIVE_MINUTES.toMillis();
    return Instant.ofEpochMilli((time.toEpochMilli() / size + 1) * size);
  }
}
