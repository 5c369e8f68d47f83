package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Right answers, written differently. */
public final class TopPagesAlternatives {

  private TopPagesAlternatives() {}

  /** Counts in grouped windows, and ranks by a column of its own. */
  public static final class GroupedWindow implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, place, page, `views`
      FROM (
        SELECT
          s AS window_start,
          e AS window_end,
          page,
          `views`,
          ROW_NUMBER() OVER (PARTITION BY e, s ORDER BY `views` DESC, page ASC) AS place
        FROM (
          SELECT window_start AS s, window_end AS e, page, SUM(1) AS `views`
          FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '300' SECOND(3)))
          GROUP BY page, window_start, window_end))
      WHERE place < 3
      """;
    }
  }

  /** The same ranking, ordered by the negative count and filtered from both sides. */
  public static final class Between implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH counts AS (
        SELECT window_start, window_end, page, COUNT(event_id) AS `views`, -COUNT(event_id) AS fewest
        FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
        GROUP BY window_start, window_end, page),
      ranked AS (
        SELECT
          window_start,
          window_end,
          ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY fewest, page) AS place,
          page,
          `views`
        FROM counts)
      SELECT * FROM ranked WHERE place BETWEEN 1 AND 2
      """;
    }
  }
}
