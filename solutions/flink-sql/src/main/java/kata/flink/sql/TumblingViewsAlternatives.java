package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Right answers, written differently. */
public final class TumblingViewsAlternatives {

  private TumblingViewsAlternatives() {}

  /** Calls the function the older way, and names its arguments. */
  public static final class TableOfFunction implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT page, window_start, window_end, SUM(1) AS `views`
      FROM TABLE(
        TUMBLE(
          DATA => TABLE clicks,
          TIMECOL => DESCRIPTOR(event_time),
          SIZE => INTERVAL '300' SECOND(3)))
      GROUP BY page, window_end, window_start
      """;
    }
  }

  /** The grouped windows that came before window functions. */
  public static final class GroupedWindow implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        TUMBLE_START(event_time, INTERVAL '5' MINUTE) AS window_start,
        TUMBLE_END(event_time, INTERVAL '5' MINUTE) AS window_end,
        page,
        COUNT(event_id) AS `views`
      FROM clicks
      GROUP BY page, TUMBLE(event_time, INTERVAL '5' MINUTE)
      """;
    }
  }

  /** A window that hops by its own size, and a name for the windowed events. */
  public static final class HopOfItsSize implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH windowed AS (
        SELECT page, window_start AS s, window_end AS e, window_time
        FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '5' MINUTES))
      SELECT s AS window_start, e AS window_end, page, COUNT(*) AS `views`
      FROM windowed
      GROUP BY s, e, page
      """;
    }
  }
}
