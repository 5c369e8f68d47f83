package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import kata.spark.lab.StreamQuery;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

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

  /**
   * Keeps each count in a state of its own; the window carries the watermark, and so its end
   * counts.
   */
  public static final class ByHand implements StreamQuery {
    private static final StructType COLUMNS =
        StructType.fromDDL(
            "window_start TIMESTAMP, window_end TIMESTAMP, page STRING, views BIGINT");

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Encoder<Row> row = Encoders.row(COLUMNS);
      MapFunction<Row, Tuple2<Timestamp, String>> key =
          view -> new Tuple2<>(view.getStruct(0).getTimestamp(1), view.getString(1));
      return views
          .withWatermark("event_time", "2 minutes")
          .select(window(col("event_time"), "5 minutes").as("window"), col("page"))
          .groupByKey(key, Encoders.tuple(Encoders.TIMESTAMP(), Encoders.STRING()))
          .flatMapGroupsWithState(
              ByHand::count,
              OutputMode.Append(),
              Encoders.LONG(),
              row,
              GroupStateTimeout.EventTimeTimeout());
    }

    private static Iterator<Row> count(
        Tuple2<Timestamp, String> key, Iterator<Row> views, GroupState<Long> state) {
      long end = key._1().getTime();
      long count = state.exists() ? state.get() : 0;
      if (state.hasTimedOut()) {
        state.remove();
        Timestamp start = new Timestamp(end - Duration.ofMinutes(5).toMillis());
        return List.of(RowFactory.create(start, key._1(), key._2(), count)).iterator();
      }
      while (views.hasNext()) {
        views.next();
        count++;
      }
      state.update(count);
      state.setTimeoutTimestamp(end - 1);
      return Collections.emptyIterator();
    }
  }
}
