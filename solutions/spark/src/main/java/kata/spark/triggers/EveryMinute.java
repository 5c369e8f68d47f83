package kata.spark.triggers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.TriggeredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/** The trigger says when a micro-batch starts, the mode what it gives out. */
public final class EveryMinute implements TriggeredQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .withWatermark("event_time", "2 minutes")
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

  @Override
  public Trigger trigger() {
    return Trigger.ProcessingTime("1 minute");
  }
}
