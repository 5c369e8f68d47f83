package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class DelayAlternatives {

  private DelayAlternatives() {}

  /** Names the delay in seconds, and counts in SQL. */
  public static final class Sql implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.inSql(views.withWatermark("event_time", "120 seconds"));
    }
  }

  /** Gives each view its window first, under a new name of the time, and keeps all identifiers. */
  public static final class WindowFirst implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .select(col("event_time").as("time"), col("page"), col("event_id"))
          .withWatermark("time", "INTERVAL 2 MINUTES")
          .withColumn("window", window(col("time"), "5 minutes"))
          .groupBy("window", "page")
          .agg(size(collect_list("event_id")).as("views"))
          .selectExpr("window.start AS window_start", "window.end AS window_end", "page", "views");
    }
  }
}
