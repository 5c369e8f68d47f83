package kata.lessons.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.SessionSummary;
import kata.datasets.VisitCount;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/** Answers the session lessons without any engine. */
public final class SessionOracle {

  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofMinutes(10);

  private SessionOracle() {}

  static Table sessionAnalytics(Scenario<ClickEvent> scenario) {
    return summaries(scenario)
        .table(
            List.of("window", "user"),
            List.of("seconds", "events", "pages", "entry", "exit", "bought"));
  }

  /** Returns the sessions of a scenario with what SQL says of them in one query. */
  public static Table sessionLengths(Scenario<ClickEvent> scenario) {
    return summaries(scenario)
        .table(List.of("window", "user"), List.of("seconds", "events", "pages"));
  }

  private static ExpectedRows summaries(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedSession session : ClosedSession.of(scenario, event -> LONG)) {
      List<ClickEvent> events = session.events();
      ClickEvent last = events.get(events.size() - 1);
      rows.add(
          session.at(),
          new SessionSummary(
              session.start(),
              session.end(),
              session.user(),
              Duration.between(session.start(), last.eventTime()).toSeconds(),
              events.size(),
              events.stream().map(ClickEvent::page).distinct().count(),
              events.get(0).page(),
              last.page(),
              events.stream().anyMatch(it -> it.eventType() == EventType.PURCHASE)));
    }
    return rows;
  }

  /** Answers for an engine that drops every event which the watermark has passed or reached. */
  static Table withoutLateEvents(Scenario<ClickEvent> scenario) {
    List<Scenario.Step<ClickEvent>> steps = new ArrayList<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      Instant passed = watermark;
      List<ClickEvent> inTime =
          step.arrivals().stream().filter(it -> it.eventTime().isAfter(passed)).toList();
      steps.add(new Scenario.Step<>(inTime, step.watermark()));
      watermark = step.watermark();
    }
    return sessionAnalytics(new Scenario<>(scenario.name(), scenario.story(), steps));
  }

  static Table gapByDevice(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedSession session :
        ClosedSession.of(scenario, it -> it.device().equals("mobile") ? SHORT : LONG)) {
      rows.add(
          session.at(),
          new VisitCount(session.start(), session.end(), session.user(), session.events().size()));
    }
    return rows.table(List.of("window", "user"), List.of("events"));
  }
}
