package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class OuterJoinAlternatives {

  private OuterJoinAlternatives() {}

  /** The whole query in SQL. */
  public static final class Sql implements JoinQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      views.createOrReplaceTempView("views");
      purchases.createOrReplaceTempView("purchases");
      return views
          .sparkSession()
          .sql(
              """
              SELECT v.user_id AS user, v.event_time AS viewed, p.event_time AS bought, v.page
              FROM views v
              LEFT JOIN purchases p ON p.user_id = v.user_id
                AND p.event_time BETWEEN v.event_time AND v.event_time + INTERVAL 10 MINUTES
              """);
    }
  }

  /** Begins with the purchases, and keeps the right side. */
  public static final class FromTheRight implements JoinQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      Dataset<Row> paid =
          purchases.select(col("user_id").as("buyer"), col("event_time").as("bought"));
      Dataset<Row> seen =
          views.select(col("user_id").as("user"), col("event_time").as("viewed"), col("page"));
      return paid.join(
              seen,
              col("buyer")
                  .equalTo(col("user"))
                  .and(col("viewed").leq(col("bought")))
                  .and(col("viewed").geq(col("bought").minus(expr("INTERVAL 600 SECONDS")))),
              "right_outer")
          .drop("buyer");
    }
  }
}
