package kata.spark.triggers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers to the lessons on triggers have in common. */
final class Counts {

  private Counts() {}

  /** Counts by page in windows of five minutes; the watermark waits two. */
  static Dataset<Row> of(Dataset<Row> views) {
    return of(
        views.withWatermark("event_time", "2 minutes"), window(col("event_time"), "5 minutes"));
  }

  /** Counts by page in windows. */
  static Dataset<Row> of(Dataset<Row> views, Column window) {
    return views
        .groupBy(window.as("window"), col("page"))
        .agg(count(lit(1)).as("views"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("page"),
            col("views"));
  }

  /** Counts by page in windows of five minutes, in SQL; the watermark waits two. */
  static Dataset<Row> inSql(Dataset<Row> views) {
    views.withWatermark("event_time", "120 seconds").createOrReplaceTempView("views");
    return views
        .sparkSession()
        .sql(
            """
            SELECT window.start AS window_start, window.end AS window_end, page, views
            FROM (
              SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
              FROM views
              GROUP BY 1, 2)
            """);
  }
}
