package kata.spark.session;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Groups by session and user. Structs are compared field by field, so that the least of (time,
 * page) is the entry and the greatest the exit.
 */
public final class SessionAnalytics implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> events) {
    return events
        .withColumn("step", struct(col("event_time"), col("page")))
        .groupBy(session_window(col("event_time"), "30 minutes").as("session"), col("user_id"))
        .agg(
            min(col("step")).as("first"),
            max(col("step")).as("last"),
            count(lit(1)).as("events"),
            size(collect_set(col("page"))).as("pages"),
            max(col("event_type").equalTo("PURCHASE")).as("bought"))
        .select(
            col("session.start").as("window_start"),
            col("session.end").as("window_end"),
            col("user_id").as("user"),
            expr("timestampdiff(SECOND, first.event_time, last.event_time)").as("seconds"),
            col("events"),
            col("pages"),
            col("first.page").as("entry"),
            col("last.page").as("exit"),
            col("bought"));
  }
}
