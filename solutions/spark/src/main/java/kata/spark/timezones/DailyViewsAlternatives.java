package kata.spark.timezones;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Right answers, written differently. */
public final class DailyViewsAlternatives {

  private DailyViewsAlternatives() {}

  /**
   * Midnight in Berlin is at 22:00 or at 23:00. Of the windows of two days that end at either,
   * takes for each view the one that ends with its day.
   */
  public static final class TwoMidnights implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return endingAt(views, "22 hours").unionAll(endingAt(views, "23 hours"));
    }

    private static Dataset<Row> endingAt(Dataset<Row> views, String time) {
      return LocalDays.withDay(views, "event_time")
          .withColumn("window", window(col("event_time"), "2 days", "1 day", time))
          .filter(expr("window.end = " + LocalDays.END))
          .groupBy(col("window"), col("day"), col("page"))
          .agg(count(lit(1)).as("views"))
          .select(
              expr(LocalDays.START).as("window_start"),
              col("window.end").as("window_end"),
              col("page"),
              col("views"));
    }
  }

  /** Asks the calendar of Java for midnight, and Spark for a session until then. */
  public static final class CalendarOfJava implements StreamQuery {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .withColumn("millis", expr("unix_millis(event_time)"))
          .withColumn("start", midnight(0))
          .withColumn("end", midnight(1))
          .groupBy(LocalDays.untilEnd(), col("start"), col("end"), col("page"))
          .agg(count(lit(1)).as("views"))
          .select(
              col("start").as("window_start"),
              col("end").as("window_end"),
              col("page"),
              col("views"));
    }

    private static Column midnight(int days) {
      UDF1<Long, Long> seconds =
          millis ->
              LocalDate.ofInstant(Instant.ofEpochMilli(millis), BERLIN)
                  .plusDays(days)
                  .atStartOfDay(BERLIN)
                  .toEpochSecond();
      return udf(seconds, DataTypes.LongType).apply(col("millis")).cast("timestamp");
    }
  }

  /** Lets the session keep the time of Berlin, in which Spark then cuts days and adds them. */
  public static final class SessionInBerlin implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.sparkSession().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
      return LocalDays.count(
          views, "date_trunc('DAY', event_time)", "date_trunc('DAY', event_time) + INTERVAL 1 DAY");
    }
  }
}
