package kata.spark.sliding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class MovingAverageAlternatives {

  private MovingAverageAlternatives() {}

  /** Divides the sum by the count, as fractions. */
  public static final class SumAndCount implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(
          readings,
          Steps.tenEveryFive(),
          sum(col("celsius")).cast("double").divide(count(col("celsius"))));
    }
  }

  /** The whole query in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      readings.createOrReplaceTempView("readings");
      return readings
          .sparkSession()
          .sql(
              """
              SELECT window.start AS window_start, window.end AS window_end, sensor, average
              FROM (
                SELECT window(event_time, '10 minutes', '5 minutes') AS window, sensor,
                       mean(celsius) AS average
                FROM readings
                GROUP BY 1, 2)
              """);
    }
  }

  /** Keeps all readings of a window, and averages them at its end. */
  public static final class KeepAll implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(readings, Steps.tenEveryFive(), collect_list(col("celsius")))
          .withColumn(
              "average",
              expr("aggregate(average, 0D, (sum, it) -> sum + it, sum -> sum / size(average))"));
    }
  }
}
