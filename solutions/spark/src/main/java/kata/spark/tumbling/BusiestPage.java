package kata.spark.tumbling;

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
 * Counts each page in a window first, then keeps the best count of the same window. Structs are
 * compared field by field, so that the least of (-views, page) is the page with the most views, and
 * of equals the one that sorts first.
 */
public final class BusiestPage implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes"), col("page"))
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
