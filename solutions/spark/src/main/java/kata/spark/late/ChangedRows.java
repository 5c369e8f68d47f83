package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** Counts by window and page; in update mode a batch gives out what it has changed. */
public final class ChangedRows implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes"), col("page"))
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
