package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Joins on the user and on a range of both event times. From that range and the watermark Spark
 * knows how long either side must be kept.
 */
public final class StreamJoin implements JoinQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
    return views
        .as("view")
        .join(
            purchases.as("purchase"),
            expr(
                "view.user_id = purchase.user_id"
                    + " AND purchase.event_time >= view.event_time"
                    + " AND purchase.event_time <= view.event_time + INTERVAL 10 MINUTES"))
        .select(
            col("view.user_id").as("user"),
            col("view.event_time").as("viewed"),
            col("purchase.event_time").as("bought"),
            col("view.page").as("page"),
            expr("timestampdiff(SECOND, view.event_time, purchase.event_time)").as("seconds"));
  }
}
