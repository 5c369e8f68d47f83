package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** Corrects first, then sets the watermark on what was corrected, then windows that. */
public final class WatermarkPlace implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    Column realTime =
        when(col("device").equalTo("mobile"), expr("event_time - INTERVAL 1 HOUR"))
            .otherwise(col("event_time"));
    return views
        .withColumn("real_time", realTime)
        .withWatermark("real_time", "2 minutes")
        .groupBy(window(col("real_time"), "5 minutes"), col("page"))
        .agg(count(lit(1)).as("views"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("page"),
            col("views"));
  }

  @Override
  public OutputMode outputMode() {
    return OutputMode.Update();
  }
}
