package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;

/** The slide stands first, then the size; the mean of whole numbers must not be one. */
public final class MovingAverage implements SqlQuery {

  @Override
  public String sql() {
    return """
    SELECT window_start, window_end, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
    FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
    GROUP BY window_start, window_end, sensor
    """;
  }
}
