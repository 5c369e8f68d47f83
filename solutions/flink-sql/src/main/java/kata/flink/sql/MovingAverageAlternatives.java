package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** Right answers, written differently. */
public final class MovingAverageAlternatives {

  private MovingAverageAlternatives() {}

  /** Divides by itself, in decimals. */
  public static final class SumByCount implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, SUM(celsius) * 1.0000 / COUNT(*) AS average
      FROM TABLE(
        HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '300' SECOND(3), INTERVAL '600' SECOND(3)))
      GROUP BY sensor, window_start, window_end
      """;
    }
  }

  /** The grouped windows that came before window functions. */
  public static final class GroupedWindow implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        HOP_START(event_time, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE) AS window_start,
        HOP_END(event_time, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE) AS window_end,
        sensor,
        AVG(CAST(celsius AS DECIMAL(12, 6))) AS average
      FROM readings
      GROUP BY HOP(event_time, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE), sensor
      """;
    }
  }
}
