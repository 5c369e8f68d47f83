package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts in five minutes; puts each count into the quarter in which its last moment lies, and keeps
 * the best of them. Structs are compared field by field: the least of (-views, start, page) wins.
 */
public final class TwoStages implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes").as("five"), col("page"))
        .agg(count(lit(1)).as("views"))
        .groupBy(window(window_time(col("five")), "15 minutes").as("quarter"))
        .agg(
            min(struct(
                    col("views").unary_$minus().as("fewer"),
                    col("five.start").as("peak"),
                    col("page")))
                .as("best"))
        .select(
            col("quarter.start").as("window_start"),
            col("quarter.end").as("window_end"),
            col("best.page").as("page"),
            col("best.peak").as("peak"),
            col("best.fewer").unary_$minus().as("views"));
  }
}
