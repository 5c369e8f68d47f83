package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class StreamJoinAlternatives {

  private StreamJoinAlternatives() {}

  /** The whole query in SQL, from the side of the purchases. */
  public static final class Sql implements JoinQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      views.createOrReplaceTempView("views");
      purchases.createOrReplaceTempView("purchases");
      return views
          .sparkSession()
          .sql(
              """
              SELECT p.user_id AS user, v.event_time AS viewed, p.event_time AS bought, v.page,
                     floor((unix_millis(p.event_time) - unix_millis(v.event_time)) / 1000)
                       AS seconds
              FROM purchases p
              JOIN views v ON p.user_id = v.user_id
                AND v.event_time BETWEEN p.event_time - INTERVAL 10 MINUTES AND p.event_time
              """);
    }
  }

  /** Gives each side names of its own before they meet, and filters after the join. */
  public static final class NamesOfTheirOwn implements JoinQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      Dataset<Row> seen = views.select(col("user_id"), col("event_time").as("viewed"), col("page"));
      Dataset<Row> paid = purchases.select(col("user_id"), col("event_time").as("bought"));
      return seen.join(paid, "user_id")
          .where(col("viewed").leq(col("bought")))
          .where(col("viewed").geq(col("bought").minus(expr("INTERVAL 600 SECONDS"))))
          .select(
              col("user_id").as("user"),
              col("viewed"),
              col("bought"),
              col("page"),
              expr("timestampdiff(SECOND, viewed, bought)").as("seconds"));
    }
  }
}
