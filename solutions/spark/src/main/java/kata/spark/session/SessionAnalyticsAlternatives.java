package kata.spark.session;

import static org.apache.spark.sql.functions.col;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class SessionAnalyticsAlternatives {

  private SessionAnalyticsAlternatives() {}

  /** Keeps all events of a session, and sorts them at its end: right, and dear in state. */
  public static final class SortAtTheEnd implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.analytics(events, Sessions.ofHalfAnHour(), col("user_id"), Sessions.right());
    }
  }

  /** The whole query in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      events.createOrReplaceTempView("events");
      return events
          .sparkSession()
          .sql(
              """
              SELECT session.start AS window_start, session.end AS window_end, user,
                     (unix_millis(last) - unix_millis(first)) div 1000 AS seconds,
                     events, size(pages) AS pages, entry, exit, purchases > 0 AS bought
              FROM (
                SELECT session_window(event_time, '30 minutes') AS session, user_id AS user,
                       min(event_time) AS first, max(event_time) AS last, count(*) AS events,
                       collect_set(page) AS pages,
                       min_by(page, struct(event_time, page)) AS entry,
                       max_by(page, struct(event_time, page)) AS exit,
                       count_if(event_type = 'PURCHASE') AS purchases
                FROM events
                GROUP BY 1, 2)
              """);
    }
  }
}
