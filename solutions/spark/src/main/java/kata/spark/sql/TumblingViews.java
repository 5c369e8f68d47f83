package kata.spark.sql;

import kata.spark.lab.SqlQuery;

/** Groups by the window, whose fields are the bounds. */
public final class TumblingViews implements SqlQuery {

  @Override
  public String sql() {
    return """
    SELECT window.start AS window_start, window.end AS window_end, page, count(*) AS views
    FROM clicks
    GROUP BY window(event_time, '5 minutes'), page
    """;
  }
}
