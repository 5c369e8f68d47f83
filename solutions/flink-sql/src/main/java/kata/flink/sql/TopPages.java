package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Counts first, then numbers the counts of each window, both bounds in both stages. */
public final class TopPages implements SqlQuery {

  @Override
  public String sql() {
    return """
    WITH counts AS (
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page)
    SELECT window_start, window_end, place, page, `views`
    FROM (
      SELECT
        *,
        ROW_NUMBER() OVER (
          PARTITION BY window_start, window_end
          ORDER BY `views` DESC, page) AS place
      FROM counts)
    WHERE place <= 2
    """;
  }
}
