package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Right answers, written differently. */
public final class RunningTotalsAlternatives {

  private RunningTotalsAlternatives() {}

  /** Names the arguments, and puts the page first. */
  public static final class NamedArguments implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT page, window_start, window_end, SUM(1) AS `views`
      FROM TABLE(
        CUMULATE(
          DATA => TABLE clicks,
          TIMECOL => DESCRIPTOR(event_time),
          STEP => INTERVAL '300' SECOND(3),
          SIZE => INTERVAL '900' SECOND(3)))
      GROUP BY page, window_start, window_end
      """;
    }
  }

  /** Cuts windows that begin too early out of three sizes of hopping windows. */
  public static final class ThreeSizes implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH sizes AS (
        SELECT window_start, window_end, page, COUNT(*) AS `views`
        FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '5' MINUTES)
        GROUP BY window_start, window_end, page
        UNION ALL
        SELECT window_start, window_end, page, COUNT(*) AS `views`
        FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
        GROUP BY window_start, window_end, page
        UNION ALL
        SELECT window_start, window_end, page, COUNT(*) AS `views`
        FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
        GROUP BY window_start, window_end, page)
      SELECT window_start, window_end, page, `views`
      FROM sizes
      WHERE MOD(EXTRACT(MINUTE FROM window_start), 15) = 0
      """;
    }
  }
}
