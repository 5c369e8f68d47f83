package kata.spark.functions;

import static org.apache.spark.sql.functions.col;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The page says what is the same; the delay of the watermark says how long it is remembered. */
public final class Deduplicate implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .withWatermark("event_time", "10 minutes")
        .dropDuplicatesWithinWatermark("page")
        .select(col("page"), col("event_time").as("viewed"));
  }
}
