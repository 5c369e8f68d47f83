package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers about counts of windows have in common. */
final class Stages {

  /** Chooses, of (views, start, page), the one that the task asks for. */
  static final String BEST = "min(struct(-views AS n, five.start AS peak, page))";

  private Stages() {}

  /** Returns the views of each page in windows of this size, in the columns five, page, views. */
  static Dataset<Row> counts(Dataset<Row> views, String size) {
    return counts(views, size, count(lit(1)));
  }

  /** Returns an aggregate of each page in windows of this size, in five, page, views. */
  static Dataset<Row> counts(Dataset<Row> views, String size, Column aggregate) {
    return views
        .groupBy(window(col("event_time"), size).as("five"), col("page"))
        .agg(aggregate.as("views"));
  }

  /** Returns the quarter of an hour in which the last moment of the five minutes lies. */
  static Column quarter() {
    return window(window_time(col("five")), "15 minutes");
  }

  /** Chooses, of the counts of each group, the struct of n, peak and page that is best. */
  static Dataset<Row> choose(Dataset<Row> counts, Column group, String best) {
    return peaks(counts.groupBy(group.as("quarter")).agg(expr(best).as("best")));
  }

  /** Makes the columns of the result, of a quarter and its best struct. */
  static Dataset<Row> peaks(Dataset<Row> best) {
    return best.selectExpr(
        "quarter.start AS window_start",
        "quarter.end AS window_end",
        "best.page AS page",
        "best.peak AS peak",
        "abs(best.n) AS views");
  }
}
