package kata.spark.sliding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts each page in sliding windows, then keeps the best count of each window. The second step
 * groups by the window itself, and so cannot mix two of them.
 */
public final class TrendingPages implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "10 minutes", "2 minutes"), col("page"))
        .agg(count(lit(1)).as("views"))
        .groupBy(col("window"))
        .agg(min(struct(col("views").unary_$minus().as("fewer"), col("page"))).as("best"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("best.page").as("page"),
            col("best.fewer").unary_$minus().as("views"));
  }
}
