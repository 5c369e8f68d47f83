package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.TwoStreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives each stream a watermark of its own; Spark takes the least of them. */
public final class SeveralInputs implements TwoStreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
    return web.withWatermark("event_time", "1 minute")
        .union(app.withWatermark("event_time", "5 minutes"))
        .groupBy(window(col("event_time"), "5 minutes"), col("page"))
        .agg(count(lit(1)).as("views"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("page"),
            col("views"));
  }
}
