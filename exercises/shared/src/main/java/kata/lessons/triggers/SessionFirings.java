package kata.lessons.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.SessionProgress;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Says without any engine how sessions with a gap of ten minutes grow, and when they are shown. */
final class SessionFirings {

  private static final Duration GAP = Duration.ofMinutes(10);

  private record Session(String user, Instant start, Instant end, int views, int fresh) {

    private boolean touches(Session other) {
      return user.equals(other.user) && !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    private Session with(Session other) {
      return new Session(
          user,
          start.isBefore(other.start) ? start : other.start,
          end.isAfter(other.end) ? end : other.end,
          views + other.views,
          fresh + other.fresh);
    }

    private Emission row(Instant at, String status) {
      Map<String, Object> cells = new TreeMap<>();
      cells.put("windowStart", start);
      cells.put("windowEnd", end);
      cells.put("user", user);
      cells.put("views", views);
      cells.put("status", status);
      return new Emission(StoryTime.format(at), Row.of(cells));
    }
  }

  private SessionFirings() {}

  static Table progress(Scenario<ClickEvent> scenario) {
    List<Session> open = new ArrayList<>();
    List<Emission> rows = new ArrayList<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
        Instant end = event.eventTime().plus(GAP);
        Session session = new Session(event.userId(), event.eventTime(), end, 1, 1);
        for (Session other : List.copyOf(open)) {
          if (session.touches(other)) {
            open.remove(other);
            session = session.with(other);
          }
        }
        if (!session.end().isAfter(watermark)) {
          continue;
        }
        if (session.fresh() >= 3) {
          rows.add(session.row(step.watermark(), SessionProgress.OPEN));
          session = new Session(session.user(), session.start(), session.end(), session.views(), 0);
        }
        open.add(session);
      }
      watermark = step.watermark();
      for (Session session : List.copyOf(open)) {
        if (!session.end().isAfter(watermark)) {
          open.remove(session);
          rows.add(session.row(watermark, SessionProgress.CLOSED));
        }
      }
    }
    return new Table(List.of("window", "user"), List.of("views", "status"), rows);
  }
}
