package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Right answers, written differently. */
public final class UserSessionsAlternatives {

  private UserSessionsAlternatives() {}

  /** The grouped windows that came before window functions. */
  public static final class GroupedWindow implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        SESSION_START(event_time, INTERVAL '30' MINUTE) AS window_start,
        SESSION_END(event_time, INTERVAL '30' MINUTE) AS window_end,
        user_id AS `user`,
        TIMESTAMPDIFF(SECOND, MIN(event_time), MAX(event_time)) AS seconds,
        COUNT(event_id) AS events,
        COUNT(DISTINCT page) AS pages
      FROM clicks
      GROUP BY user_id, SESSION(event_time, INTERVAL '30' MINUTE)
      """;
    }
  }

  /** The window is longer than the session by the gap. */
  public static final class SecondsOfBounds implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        window_start,
        window_end,
        `user`,
        TIMESTAMPDIFF(SECOND, window_start, window_end) - 1800 AS seconds,
        events,
        pages
      FROM (
        SELECT window_start, window_end, user_id AS `user`, SUM(1) AS events, COUNT(DISTINCT page) AS pages
        FROM TABLE(
          SESSION(
            TABLE clicks PARTITION BY user_id, DESCRIPTOR(event_time), INTERVAL '1800' SECOND(4)))
        GROUP BY user_id, window_start, window_end)
      """;
    }
  }

  /** Names the arguments, and selects columns first. */
  public static final class NamedArguments implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH steps AS (SELECT user_id AS `user`, page, event_time FROM clicks)
      SELECT
        `user`,
        window_start,
        window_end,
        TIMESTAMPDIFF(SECOND, MIN(event_time), MAX(event_time)) AS seconds,
        COUNT(page) AS events,
        COUNT(DISTINCT page) AS pages
      FROM SESSION(
        DATA => TABLE steps PARTITION BY `user`,
        TIMECOL => DESCRIPTOR(event_time),
        GAP => INTERVAL '30' MINUTES)
      GROUP BY window_start, window_end, `user`
      """;
    }
  }
}
