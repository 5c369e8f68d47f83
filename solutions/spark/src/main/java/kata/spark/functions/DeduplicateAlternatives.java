package kata.spark.functions;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kata.spark.lab.StreamQuery;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
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
  public static class ByHand
      implements StreamQuery, FlatMapGroupsWithStateFunction<String, Row, Long, Row> {

    private static final long DELAY = Duration.ofMinutes(10).toMillis();

    private static final StructType COLUMNS = StructType.fromDDL("page STRING, viewed TIMESTAMP");

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .withWatermark("event_time", "10 minutes")
          .groupByKey((MapFunction<Row, String>) view -> view.getAs("page"), Encoders.STRING())
          .flatMapGroupsWithState(
              this, OutputMode.Append(), Encoders.LONG(), Encoders.row(COLUMNS), timeout());
    }

    @Override
    public Iterator<Row> call(String page, Iterator<Row> views, GroupState<Long> state) {
      List<Row> rows = new ArrayList<>();
      if (state.hasTimedOut()) {
        state.remove();
        return rows.iterator();
      }
      long watermark = state.getCurrentWatermarkMs();
      Long since = state.exists() && state.get() + DELAY > watermark ? state.get() : null;
      while (views.hasNext()) {
        Timestamp viewed = views.next().getAs("event_time");
        if (isReported(viewed.getTime(), since)) {
          rows.add(RowFactory.create(page, viewed));
        }
        since = since(viewed.getTime(), since, watermark);
      }
      state.update(since);
      if (timeout().equals(GroupStateTimeout.EventTimeTimeout())) {
        state.setTimeoutTimestamp(Math.max(watermark, since + DELAY - 1));
      }
      return rows.iterator();
    }

    GroupStateTimeout timeout() {
      return GroupStateTimeout.EventTimeTimeout();
    }

    /** Returns whether a view has a row; since is null if its page is not remembered. */
    boolean isReported(long viewed, Long since) {
      return since == null;
    }

    /** Returns from when on a page is remembered that has been viewed once more. */
    long since(long viewed, Long since, long watermark) {
      return since == null ? viewed : since;
    }
  }
}
