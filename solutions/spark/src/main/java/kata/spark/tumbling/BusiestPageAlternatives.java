package kata.spark.tumbling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class BusiestPageAlternatives {

  private BusiestPageAlternatives() {}

  /** Makes a second window of the first one's event time, in SQL. */
  public static final class SqlWindowTime implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT w.start AS window_start, w.end AS window_end, best.page AS page,
                     best.views AS views
              FROM (
                SELECT window(window_time(window), '5 minutes') AS w,
                       min_by(struct(page, views), struct(-views, page)) AS best
                FROM (
                  SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
                  FROM views
                  GROUP BY 1, 2)
                GROUP BY 1)
              """);
    }
  }

  /** Gathers the counts of a window and sorts them. */
  public static final class SortedList implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(window(col("event_time"), "5 minutes").as("window"), col("page"))
              .count()
              .groupBy(window(window_time(col("window")), "5 minutes").as("window"))
              .agg(collect_list(expr("struct(-count AS n, page)")).as("counts"))
              .withColumn("best", expr("sort_array(counts)[0]"))
              .withColumn("page", col("best.page"))
              .withColumn("views", expr("-best.n")));
    }
  }

  /** Keeps the pages of a window as they came and counts them at its end: right, and dear. */
  public static final class OneStage implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(window(col("event_time"), "5 minutes").as("window"))
              .agg(collect_list(col("page")).as("pages"))
              .withColumn(
                  "best",
                  expr(
                      "array_min(transform(array_distinct(pages),"
                          + " p -> struct(-size(filter(pages, q -> q = p)) AS n, p AS page)))"))
              .withColumn("page", col("best.page"))
              .withColumn("views", expr("-best.n")));
    }
  }
}
