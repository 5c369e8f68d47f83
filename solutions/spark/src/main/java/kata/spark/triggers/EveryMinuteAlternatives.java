package kata.spark.triggers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.window;

import java.util.concurrent.TimeUnit;
import kata.spark.lab.TriggeredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/** Right answers, written differently. */
public final class EveryMinuteAlternatives {

  private EveryMinuteAlternatives() {}

  /** Counts in SQL; the interval is a number of milliseconds. */
  public static final class Sql implements TriggeredQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.inSql(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }

    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime(60_000);
    }
  }

  /** Gives each view its window first, and adds up ones; the interval has a unit of Java. */
  public static final class WindowFirst implements TriggeredQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .withWatermark("event_time", "2 minutes")
          .select(window(col("event_time"), "5 minutes").as("w"), col("page"), lit(1L).as("one"))
          .groupBy("w", "page")
          .agg(sum("one").as("views"))
          .selectExpr("w.start AS window_start", "w.end AS window_end", "page", "views");
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }

    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime(1, TimeUnit.MINUTES);
    }
  }
}
