package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** Right answers, written differently. */
public final class WatermarkPlaceAlternatives {

  private WatermarkPlaceAlternatives() {}

  /** What all answers to this lesson have in common. */
  abstract static class Query implements StreamQuery {

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }

    /** Replaces the event time by the corrected one. */
    static Dataset<Row> corrected(Dataset<Row> views) {
      return views.withColumn(
          "event_time", expr("IF(device = 'mobile', event_time - INTERVAL 1 HOUR, event_time)"));
    }
  }

  /** Replaces the event time, and counts in SQL. */
  public static final class Sql extends Query {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.inSql(corrected(views).withWatermark("event_time", "2 minutes"));
    }
  }

  /** Parts phones from the others, corrects those, and puts all together before the watermark. */
  public static final class PhonesApart extends Query {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Dataset<Row> phones =
          views
              .where("device = 'mobile'")
              .select(expr("event_time - INTERVAL 60 MINUTES").as("time"), col("page"));
      Dataset<Row> others =
          views.where("device <> 'mobile'").select(col("event_time").as("time"), col("page"));
      return Counts.of(phones.union(others).withWatermark("time", "2 minutes"), "time");
    }
  }
}
