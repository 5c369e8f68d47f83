package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class TwoStagesAlternatives {

  private TwoStagesAlternatives() {}

  /** The whole query in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT quarter.start AS window_start, quarter.end AS window_end,
                     best.page AS page, best.peak AS peak, best.views AS views
              FROM (
                SELECT window(window_time(five), '15 minutes') AS quarter,
                       max_by(struct(page, five.start AS peak, views),
                              struct(views, -unix_millis(five.start), page_order)) AS best
                FROM (
                  SELECT window(event_time, '5 minutes') AS five, page, count(*) AS views,
                         transform(split(page, ''), c -> -ascii(c)) AS page_order
                  FROM views
                  GROUP BY 1, 2)
                GROUP BY 1)
              """);
    }
  }

  /** Gives the window itself to the second window, and sorts the counts at the end. */
  public static final class WindowOfWindow implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.peaks(
          Stages.counts(views, "5 minutes")
              .groupBy(window(col("five"), "15 minutes").as("quarter"))
              .agg(collect_list(expr("struct(-views AS n, five.start AS peak, page)")).as("all"))
              .withColumn("best", expr("sort_array(all)[0]")));
    }
  }
}
