package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.TwoStreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives each stream a watermark of its own, and lets the greatest count. */
public final class FastestInput implements TwoStreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
    first.sparkSession().conf().set("spark.sql.streaming.multipleWatermarkPolicy", "max");
    return first
        .withWatermark("event_time", "2 minutes")
        .union(second.withWatermark("event_time", "2 minutes"))
        .groupBy(window(col("event_time"), "5 minutes"), col("page"))
        .agg(count(lit(1)).as("views"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("page"),
            col("views"));
  }
}
