package kata.spark.session;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.when;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Asks each event for how long it keeps the visit open. */
public final class GapByDevice implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> events) {
    Column gap = when(col("device").equalTo("mobile"), "10 minutes").otherwise("30 minutes");
    return events
        .groupBy(session_window(col("event_time"), gap).as("visit"), col("user_id"))
        .agg(count(lit(1)).as("events"))
        .select(
            col("visit.start").as("window_start"),
            col("visit.end").as("window_end"),
            col("user_id").as("user"),
            col("events"));
  }
}
