package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Groups by both bounds of the window, which is what makes it a window. */
public final class TumblingViews implements SqlQuery {

  @Override
  public String sql() {
    return """
    SELECT window_start, window_end, page, COUNT(*) AS `views`
    FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
    GROUP BY window_start, window_end, page
    """;
  }
}
