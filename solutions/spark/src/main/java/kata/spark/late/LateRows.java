package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import java.util.Arrays;
import kata.spark.lab.MonitoredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Counts by window and page; every operator with state tells what it has dropped. */
public final class LateRows implements MonitoredQuery {

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
  public long dropped(StreamingQueryProgress progress) {
    return Arrays.stream(progress.stateOperators())
        .mapToLong(StateOperatorProgress::numRowsDroppedByWatermark)
        .sum();
  }
}
