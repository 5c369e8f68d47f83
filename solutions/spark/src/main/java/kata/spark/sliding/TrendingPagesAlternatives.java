package kata.spark.sliding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class TrendingPagesAlternatives {

  private TrendingPagesAlternatives() {}

  /** Gathers the counts in a second window, as long as the slide; the bounds come from a count. */
  public static final class TumblesBySlide implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.counts(views, Steps.tenEveryTwo())
          .groupBy(window(window_time(col("window")), "2 minutes"))
          .agg(expr("min(struct(-views AS n, page, window AS counted))").as("best"))
          .select(
              col("best.counted.start").as("window_start"),
              col("best.counted.end").as("window_end"),
              col("best.page").as("page"),
              expr("-best.n").as("views"));
    }
  }

  /** The whole query in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT window.start AS window_start, window.end AS window_end,
                     best.page AS page, best.views AS views
              FROM (
                SELECT window, min_by(struct(page, views), struct(-views, page)) AS best
                FROM (
                  SELECT window(event_time, '10 minutes', '2 minutes') AS window, page,
                         count(*) AS views
                  FROM views
                  GROUP BY 1, 2)
                GROUP BY window)
              """);
    }
  }

  /** Keeps the pages of a window as they came and counts them at its end: right, and dear. */
  public static final class OneStep implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.bounds(
          views
              .groupBy(Steps.tenEveryTwo().as("window"))
              .agg(collect_list(col("page")).as("pages"))
              .withColumn(
                  "best",
                  expr(
                      "array_min(transform(array_distinct(pages),"
                          + " p -> struct(-size(filter(pages, q -> q = p)) AS n, p AS page)))"))
              .withColumn("page", col("best.page"))
              .withColumn("views", expr("-best.n")),
          "page",
          "views");
    }
  }
}
