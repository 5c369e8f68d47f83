package kata.spark.sql;

import kata.spark.lab.SqlQuery;

/** Groups by session and user; a set of pages has a size. */
public final class UserSessions implements SqlQuery {

  @Override
  public String sql() {
    return """
    SELECT
      session_window.start AS window_start,
      session_window.end AS window_end,
      user_id AS user,
      timestampdiff(SECOND, min(event_time), max(event_time)) AS seconds,
      count(*) AS events,
      size(collect_set(page)) AS pages
    FROM clicks
    GROUP BY session_window(event_time, '30 minutes'), user_id
    """;
  }
}
