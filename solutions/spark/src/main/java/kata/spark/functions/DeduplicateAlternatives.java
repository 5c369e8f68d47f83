package kata.spark.functions;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kata.spark.lab.StreamQuery;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.StructType;

/** Right answers, written differently. */
public final class DeduplicateAlternatives {

  private DeduplicateAlternatives() {}

  /** Names the columns first, then the watermark, then what is the same. */
  public static final class ColumnsFirst implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .selectExpr("page", "event_time AS viewed")
          .withWatermark("viewed", "600 seconds")
          .dropDuplicatesWithinWatermark(new String[] {"page"});
    }
  }

  /** Remembers each page in a state of its own, until a timeout. */
  public static final class ByHand implements StreamQuery {

    private static final StructType COLUMNS = StructType.fromDDL("page STRING, viewed TIMESTAMP");
    private static final Duration DELAY = Duration.ofMinutes(10);

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .withWatermark("event_time", "10 minutes")
          .groupByKey((MapFunction<Row, String>) view -> view.getAs("page"), Encoders.STRING())
          .flatMapGroupsWithState(
              ByHand::first,
              OutputMode.Append(),
              Encoders.LONG(),
              Encoders.row(COLUMNS),
              GroupStateTimeout.EventTimeTimeout());
    }

    private static Iterator<Row> first(String page, Iterator<Row> views, GroupState<Long> state) {
      List<Row> rows = new ArrayList<>();
      if (state.hasTimedOut()) {
        state.remove();
      } else {
        if (!state.exists()) {
          Timestamp viewed = views.next().getAs("event_time");
          rows.add(RowFactory.create(page, viewed));
          state.update(viewed.getTime());
        }
        state.setTimeoutTimestamp(state.get() + DELAY.toMillis() - 1);
      }
      return rows.iterator();
    }
  }
}
