package kata.spark.tumbling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class PageViewsPerWindowAlternatives {

  private PageViewsPerWindowAlternatives() {}

  /** The whole query in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT window.start AS window_start, window.end AS window_end, page, views
              FROM (
                SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
                FROM views
                GROUP BY 1, 2)
              """);
    }
  }

  /** Gives each view its window first, and groups by the column afterwards. */
  public static final class WindowAsColumn implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .withColumn("window", window(col("event_time"), "300 seconds"))
              .groupBy("page", "window")
              .agg(sum(lit(1L)).as("views")));
    }
  }

  /** Says slide and start time as well, and lets the grouping count. */
  public static final class CountOfGroup implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(
                  col("page"),
                  window(col("event_time"), "5 minutes", "5 minutes", "0 seconds").as("window"))
              .count()
              .withColumn("views", expr("cast(count as int)")));
    }
  }
}
