package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Windows of one start and several ends: the step stands first, then the greatest size. */
public final class RunningTotals implements SqlQuery {

  @Override
  public String sql() {
    return """
    SELECT window_start, window_end, page, COUNT(*) AS `views`
    FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
    GROUP BY window_start, window_end, page
    """;
  }
}
