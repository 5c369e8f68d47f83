package kata.spark.late;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import java.util.Iterator;
import java.util.List;
import kata.harness.diagnosis.Misconception;
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

/** What people get wrong when they show counts as they change. */
public final class ChangedRowsMisconceptions {

  private ChangedRowsMisconceptions() {}

  @Misconception(
      headline = "Nothing came out while windows filled, only one row for each at its end.",
      when = "the mode waits until a window cannot change any more (append).",
      rule = "Append gives a row once, when it is final; update gives it whenever it changes.",
      hint = 2)
  public static final class AppendMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Append();
    }
  }

  @Misconception(
      headline = "Every batch repeats all rows, also those that have not changed.",
      when = "all rows go out each time (output mode complete).",
      rule =
          "Complete repeats every row, and counts late views for ever; update gives what changed.",
      hint = 2)
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "Views for windows that are over were counted.",
      when = "the window is cut from a copy of the time, which has no watermark.",
      rule =
          "The watermark belongs to one column; only windows of that column end and are forgotten.",
      hint = 3)
  public static final class CopyOfTime extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withColumn("copy", expr("timestamp_micros(unix_micros(event_time))")),
          window(col("copy"), "5 minutes"),
          count(lit(1)));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, window(col("event_time"), "10 minutes"), count(lit(1)));
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the windows slide, and so overlap.",
      rule = "Tumbling windows follow one another; each event lies in exactly one of them.")
  public static final class Sliding extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, window(col("event_time"), "5 minutes", "1 minute"), count(lit(1)));
    }
  }

  @Misconception(
      headline =
          "Your windows end a microsecond too soon: at 12:04:59.999999, say, and not at 12:05.",
      when = "the last moment of a window is shown as its end.",
      rule = "A window leaves its end out: the end is the moment at which the next window starts.")
  public static final class EndIsTheLastMoment extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views).withColumn("window_end", expr("window_end - INTERVAL 1 MICROSECOND"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), approx_count_distinct(col("user_id")));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofAllPages(views);
    }
  }

  @Misconception(
      headline = "A page has a row for each of its visitors.",
      when = "the views are grouped by user as well.",
      rule = "What is grouped by is what has a row: a count for each page needs the page alone.")
  public static final class UserInKey extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofEachUser(views);
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "different event times are counted.",
      rule = "Two views may share a moment: count the rows.")
  public static final class CountsMoments extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), size(collect_set("event_time")));
    }
  }

  @Misconception(
      headline = "A view was dropped whose window was still open.",
      when = "duplicates are removed first, by identifier.",
      rule = "That step compares a row's own time with the watermark, not the end of its window.")
  public static final class DuplicatesFirst extends ChangedRowsAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.dropDuplicates("event_id"));
    }
  }

  /** Counts in a function that has a state for each window and page. */
  abstract static class ByHand extends ChangedRowsAlternatives.Query
      implements FlatMapGroupsWithStateFunction<Row, Row, Long, Row> {

    private static final StructType COLUMNS =
        StructType.fromDDL(
            "window_start TIMESTAMP, window_end TIMESTAMP, page STRING, views BIGINT");

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Dataset<Row> windows = views.select(Counts.fiveMinutes().as("window"), col("page"));
      MapFunction<Row, Row> windowAndPage = view -> view;
      return windows
          .groupByKey(windowAndPage, Encoders.row(windows.schema()))
          .flatMapGroupsWithState(
              this,
              OutputMode.Update(),
              Encoders.LONG(),
              Encoders.row(COLUMNS),
              GroupStateTimeout.EventTimeTimeout());
    }

    static long count(Iterator<Row> views) {
      long count = 0;
      for (; views.hasNext(); views.next()) {
        count++;
      }
      return count;
    }

    static Iterator<Row> row(Row key, long views) {
      Row window = key.getStruct(0);
      return List.of(RowFactory.create(window.get(0), window.get(1), key.get(1), views)).iterator();
    }
  }

  @Misconception(
      headline =
          "The views of a window that came in earlier batches are missing in its later rows.",
      when = "each row counts the views of one batch alone.",
      rule = "A window counts its views from whatever batch: a row shows the whole count so far.",
      hint = 2)
  public static final class OfThisBatch extends ByHand {
    @Override
    public Iterator<Row> call(Row key, Iterator<Row> views, GroupState<Long> state) {
      return row(key, count(views));
    }
  }

  @Misconception(
      headline = "The last count of each window came out once more when the window was over.",
      when = "a window shows its count again when it ends.",
      rule = "Update gives what a batch has changed, and the end of a window changes no count.")
  public static final class OnceMoreAtTheEnd extends ByHand {
    @Override
    public Iterator<Row> call(Row key, Iterator<Row> views, GroupState<Long> state) {
      long all = count(views) + (state.exists() ? state.get() : 0);
      long end = key.getStruct(0).getTimestamp(1).getTime();
      if (end > state.getCurrentWatermarkMs()) {
        state.update(all);
        state.setTimeoutTimestamp(end - 1);
      } else {
        state.remove();
      }
      return row(key, all);
    }
  }
}
