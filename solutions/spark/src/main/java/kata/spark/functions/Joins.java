package kata.spark.functions;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers about joins have in common. */
final class Joins {

  static final String SAME_USER = "v.user_id = p.user_id";
  static final String AFTER = "p.event_time >= v.event_time";
  static final String IN_TIME = "p.event_time <= v.event_time + INTERVAL 10 MINUTES";

  private Joins() {}

  /** Joins views v with purchases p where all conditions hold, and makes the columns. */
  static Dataset<Row> inner(Dataset<Row> views, Dataset<Row> purchases, String... conditions) {
    return pairs(views, purchases, "inner", conditions);
  }

  /** Joins in this way, such as {@code left_outer}. */
  static Dataset<Row> pairs(
      Dataset<Row> views, Dataset<Row> purchases, String kind, String... conditions) {
    return views
        .as("v")
        .join(purchases.as("p"), expr(String.join(" AND ", conditions)), kind)
        .selectExpr(
            "coalesce(v.user_id, p.user_id) AS user",
            "v.event_time AS viewed",
            "p.event_time AS bought",
            "v.page AS page",
            "timestampdiff(SECOND, v.event_time, p.event_time) AS seconds");
  }
}
