package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** Right answers, written differently. */
public final class ChangedRowsAlternatives {

  private ChangedRowsAlternatives() {}

  /** What all answers to this lesson have in common. */
  abstract static class Query implements StreamQuery {

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  /** The whole query in SQL. */
  public static final class Sql extends Query {

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

  /** Keeps the identifiers of all views, and counts them. */
  public static final class KeepAll extends Query {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), collect_list(col("event_id")))
          .withColumn("views", expr("size(views)"));
    }
  }
}
