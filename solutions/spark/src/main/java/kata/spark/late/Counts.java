package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.window;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers to the lessons on late events have in common. */
final class Counts {

  private Counts() {}

  static Column fiveMinutes() {
    return window(col("event_time"), "5 minutes");
  }

  static Dataset<Row> of(Dataset<Row> views) {
    return of(views, fiveMinutes(), count(lit(1)));
  }

  /** Returns the result rows of an aggregate for each window and page. */
  static Dataset<Row> of(Dataset<Row> views, Column window, Column aggregate) {
    return bounds(views.groupBy(window.as("window"), col("page")).agg(aggregate.as("views")));
  }

  /** Counts the views of all pages together, under the name of one of them. */
  static Dataset<Row> ofAllPages(Dataset<Row> views) {
    return bounds(
        views
            .groupBy(fiveMinutes().as("window"))
            .agg(min("page").as("page"), count(lit(1)).as("views")));
  }

  /** Counts the views of each page and user, and does not show the user. */
  static Dataset<Row> ofEachUser(Dataset<Row> views) {
    return bounds(
        views
            .groupBy(fiveMinutes().as("window"), col("page"), col("user_id"))
            .agg(count(lit(1)).as("views")));
  }

  private static Dataset<Row> bounds(Dataset<Row> counts) {
    return counts.select(
        col("window.start").as("window_start"),
        col("window.end").as("window_end"),
        col("page"),
        col("views"));
  }
}
