package kata.spark.sql;

import kata.spark.lab.SqlQuery;

/** Right answers, written differently. */
public final class UserSessionsAlternatives {

  private UserSessionsAlternatives() {}

  /** Names the session first, and takes the length from its bounds. */
  public static final class WindowFirst implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        s.start AS window_start,
        s.end AS window_end,
        user,
        (unix_millis(s.end) - unix_millis(s.start)) div 1000 - 1800 AS seconds,
        events,
        pages
      FROM (
        SELECT
          session_window(event_time, '1800 seconds') AS s,
          user_id AS user,
          sum(1) AS events,
          size(collect_set(page)) AS pages
        FROM clicks
        GROUP BY 1, 2)
      """;
    }
  }

  /** Gives each event its gap, and counts the pages of a sorted list of them. */
  public static final class GapOfEachRow implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        session_window.start AS window_start,
        session_window.end AS window_end,
        user_id AS user,
        timestampdiff(SECOND, session_window.start, max(event_time)) AS seconds,
        count(event_id) AS events,
        cardinality(array_distinct(collect_list(page))) AS pages
      FROM clicks
      GROUP BY
        user_id,
        session_window(event_time, CASE WHEN device = 'mobile' THEN '30 minutes' ELSE '1800 seconds' END)
      """;
    }
  }
}
