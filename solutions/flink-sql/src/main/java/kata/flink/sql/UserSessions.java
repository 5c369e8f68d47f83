package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** The partition says whose silence ends a session. */
public final class UserSessions implements SqlQuery {

  @Override
  public String sql() {
    return """
    SELECT
      window_start,
      window_end,
      user_id AS `user`,
      TIMESTAMPDIFF(SECOND, MIN(event_time), MAX(event_time)) AS seconds,
      COUNT(*) AS events,
      COUNT(DISTINCT page) AS pages
    FROM SESSION(
      TABLE clicks PARTITION BY user_id, DESCRIPTOR(event_time), INTERVAL '30' MINUTES)
    GROUP BY window_start, window_end, user_id
    """;
  }
}
