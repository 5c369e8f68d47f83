package kata.spark.sliding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers to the sliding lessons have in common. */
final class Steps {

  /** The best of several counts: most views first, then by name. */
  static final Column BEST = expr("min(struct(-views AS n, page))");

  private Steps() {}

  static Column tenEveryTwo() {
    return window(col("event_time"), "10 minutes", "2 minutes");
  }

  static Column tenEveryFive() {
    return window(col("event_time"), "10 minutes", "5 minutes");
  }

  /** Returns window, page and views. */
  static Dataset<Row> counts(Dataset<Row> views, Column window) {
    return views.groupBy(window.as("window"), col("page")).agg(count(lit(1)).as("views"));
  }

  /** Returns the result rows of the counts that an aggregate chooses for each window. */
  static Dataset<Row> best(Dataset<Row> counts, Column window, Column best) {
    return bounds(
        counts
            .groupBy(window.as("window"))
            .agg(best.as("best"))
            .select(col("window"), col("best.page").as("page"), expr("abs(best.n)").as("views")),
        "page",
        "views");
  }

  /** Returns the result rows of an aggregate for each window and sensor. */
  static Dataset<Row> averages(Dataset<Row> readings, Column window, Column average) {
    return bounds(
        readings.groupBy(window.as("window"), col("sensor")).agg(average.as("average")),
        "sensor",
        "average");
  }

  static Dataset<Row> bounds(Dataset<Row> rows, String key, String value) {
    return rows.select(
        col("window.start").as("window_start"),
        col("window.end").as("window_end"),
        col(key),
        col(value));
  }
}
