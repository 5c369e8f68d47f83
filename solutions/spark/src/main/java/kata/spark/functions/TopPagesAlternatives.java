package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class TopPagesAlternatives {

  private TopPagesAlternatives() {}

  /** The whole query in SQL, with a comparison of its own. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT five.start AS window_start, five.end AS window_end,
                     position + 1 AS rank, place.page AS page, place.views AS views
              FROM (
                SELECT five,
                       array_sort(collect_list(struct(page, views)), (a, b) -> CASE
                         WHEN a.views > b.views THEN -1
                         WHEN a.views < b.views THEN 1
                         WHEN a.page < b.page THEN -1
                         ELSE 1 END) AS ranking
                FROM (
                  SELECT window(event_time, '5 minutes') AS five, page, count(*) AS views
                  FROM views
                  GROUP BY 1, 2)
                GROUP BY 1)
              LATERAL VIEW posexplode(ranking) AS position, place
              WHERE position < 3
              """);
    }
  }

  /** Keeps the pages of a window as they came, and counts them at its end: right, and dear. */
  public static final class OneStage implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .groupBy(window(col("event_time"), "5 minutes").as("five"))
          .agg(collect_list(col("page")).as("pages"))
          .withColumn(
              "sorted",
              expr(
                  "sort_array(transform(array_distinct(pages),"
                      + " p -> struct(-size(filter(pages, q -> q = p)) AS fewer, p AS page)))"))
          .withColumn("rank", explode(expr("sequence(1, least(3, size(sorted)))")))
          .selectExpr(
              "five.start AS window_start",
              "five.end AS window_end",
              "rank",
              "sorted[rank - 1].page AS page",
              "-sorted[rank - 1].fewer AS views");
    }
  }
}
