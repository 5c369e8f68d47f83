package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The join of {@link StreamJoin} that keeps the side of the views. */
public final class OuterJoin implements JoinQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
    return views
        .as("view")
        .join(
            purchases.as("purchase"),
            expr(
                "view.user_id = purchase.user_id"
                    + " AND purchase.event_time >= view.event_time"
                    + " AND purchase.event_time <= view.event_time + INTERVAL 10 MINUTES"),
            "left_outer")
        .select(
            col("view.user_id").as("user"),
            col("view.event_time").as("viewed"),
            col("purchase.event_time").as("bought"),
            col("view.page").as("page"));
  }
}
