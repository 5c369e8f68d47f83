package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;

import java.sql.Timestamp;
import java.time.Duration;
import kata.spark.lab.StreamQuery;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import scala.Tuple2;

/** Right answers, written differently. */
public final class WholeTableAlternatives {

  private WholeTableAlternatives() {}

  /** What all answers to this lesson have in common. */
  abstract static class Query implements StreamQuery {

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
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

  /** Groups by a key that is computed in Java; what never ends needs no watermark. */
  public static final class Typed extends Query {
    private static final long SIZE = Duration.ofMinutes(5).toMillis();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      MapFunction<Row, Tuple2<Timestamp, String>> key =
          view -> {
            long time = view.<Timestamp>getAs("event_time").getTime();
            return new Tuple2<>(new Timestamp(time - time % SIZE), view.getAs("page"));
          };
      return views
          .groupByKey(key, Encoders.tuple(Encoders.TIMESTAMP(), Encoders.STRING()))
          .count()
          .toDF("key", "views")
          .selectExpr(
              "key._1 AS window_start",
              "key._1 + INTERVAL 5 MINUTES AS window_end",
              "key._2 AS page",
              "views");
    }
  }
}
