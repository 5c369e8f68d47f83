package kata.spark.session;

import static org.apache.spark.sql.functions.col;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class GapByDeviceAlternatives {

  private GapByDeviceAlternatives() {}

  /** The whole query in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      events.createOrReplaceTempView("events");
      return events
          .sparkSession()
          .sql(
              """
              SELECT visit.start AS window_start, visit.end AS window_end, user, events
              FROM (
                SELECT user_id AS user, count(*) AS events,
                       session_window(
                         event_time,
                         CASE device WHEN 'mobile' THEN '10 minutes' ELSE '30 minutes' END) AS visit
                FROM events
                GROUP BY 1, 3)
              """);
    }
  }

  /** Gives each event its gap as a column first. */
  public static final class GapAsColumn implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.visits(
          events.selectExpr("*", "if(device = 'mobile', '600 seconds', '1800 seconds') AS gap"),
          Sessions.gap("gap"),
          col("user_id"));
    }
  }
}
