package kata.spark.sliding;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Averages over overlapping windows; Spark keeps sum and count of each. */
public final class MovingAverage implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> readings) {
    return readings
        .groupBy(window(col("event_time"), "10 minutes", "5 minutes"), col("sensor"))
        .agg(avg(col("celsius")).as("average"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("sensor"),
            col("average"));
  }
}
