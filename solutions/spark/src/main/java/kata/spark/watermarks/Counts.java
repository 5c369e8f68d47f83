package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers to the lessons on watermarks have in common. */
final class Counts {

  private static final String SQL =
      """
      SELECT window.start AS window_start, window.end AS window_end, page, views
      FROM (
        SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
        FROM views
        GROUP BY 1, 2)
      """;

  private Counts() {}

  /** Counts by page in windows of five minutes. */
  static Dataset<Row> of(Dataset<Row> views) {
    return of(views, "event_time");
  }

  /** Counts by page in windows of five minutes of a column. */
  static Dataset<Row> of(Dataset<Row> views, String time) {
    return of(views, window(col(time), "5 minutes"));
  }

  /** Counts by page in windows of another kind. */
  static Dataset<Row> of(Dataset<Row> views, Column window) {
    return of(views, window, count(lit(1)));
  }

  /** Shows something other than the number of views in windows of five minutes. */
  static Dataset<Row> showing(Dataset<Row> views, Column aggregate) {
    return of(views, window(col("event_time"), "5 minutes"), aggregate);
  }

  /** Counts different users, not views. */
  static Dataset<Row> ofVisitors(Dataset<Row> views) {
    return showing(views, size(collect_set("user_id")));
  }

  /** Counts the views of all pages together, and names one of them. */
  static Dataset<Row> ofAllPages(Dataset<Row> views) {
    return rows(
        views
            .groupBy(window(col("event_time"), "5 minutes").as("window"))
            .agg(min("page").as("page"), count(lit(1)).as("views")));
  }

  /** Counts by page and one column more, which no row shows. */
  static Dataset<Row> alsoBy(String column, Dataset<Row> views) {
    return rows(
        views
            .groupBy(window(col("event_time"), "5 minutes").as("window"), col("page"), col(column))
            .agg(count(lit(1)).as("views")));
  }

  private static Dataset<Row> of(Dataset<Row> views, Column window, Column aggregate) {
    return rows(views.groupBy(window.as("window"), col("page")).agg(aggregate.as("views")));
  }

  private static Dataset<Row> rows(Dataset<Row> counted) {
    return counted.select(
        col("window.start").as("window_start"),
        col("window.end").as("window_end"),
        col("page"),
        col("views"));
  }

  /** Counts by page in windows of five minutes of the column event_time, in SQL. */
  static Dataset<Row> inSql(Dataset<Row> views) {
    views.createOrReplaceTempView("views");
    return views.sparkSession().sql(SQL);
  }
}
