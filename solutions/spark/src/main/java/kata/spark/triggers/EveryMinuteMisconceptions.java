package kata.spark.triggers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.window;

import java.util.Iterator;
import java.util.List;
import kata.harness.diagnosis.Misconception;
import kata.spark.lab.TriggeredQuery;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/** What people get wrong about the interval of a trigger. */
public final class EveryMinuteMisconceptions {

  private EveryMinuteMisconceptions() {}

  /** Right but for what a wrong answer changes. */
  abstract static class Query implements TriggeredQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }

    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime("1 minute");
    }
  }

  @Misconception(
      headline = "Counts came out as soon as views had come.",
      when = "the interval is zero, which is the default.",
      rule = "Without an interval a micro-batch starts as soon as the one before it is done.",
      hint = 1)
  public static final class AtOnce extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime(0);
    }
  }

  @Misconception(
      headline = "Counts came out every five minutes.",
      when = "the interval of the trigger is the size of the window.",
      rule = "The window says what is counted together, the trigger when it is looked at.",
      hint = 2)
  public static final class EveryWindow extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime("5 minutes");
    }
  }

  @Misconception(
      headline = "Counts came out every second.",
      when = "the interval is a thousand milliseconds.",
      rule = "An interval without a unit is in milliseconds.",
      hint = 3)
  public static final class EverySecond extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime(1_000);
    }
  }

  @Misconception(
      headline = "The query took what was there and ended, and had to be started again.",
      when = "the trigger is the one that takes all that is available now.",
      rule = "That trigger is for jobs that a scheduler starts; a running query has an interval.",
      hint = 2)
  public static final class AvailableNow extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.AvailableNow();
    }
  }

  @Misconception(
      headline = "The query ran a single micro-batch and ended, and had to be started again.",
      when = "the trigger is the one that runs once.",
      rule = "That trigger is for jobs that a scheduler starts; a running query has an interval.",
      hint = 2)
  public static final class Once extends Query {
    @Override
    @SuppressWarnings("deprecation")
    public Trigger trigger() {
      return Trigger.Once();
    }
  }

  @Misconception(
      headline = "The query cannot run: continuous processing knows no windows.",
      when = "the interval is that of continuous processing, between two checkpoints.",
      rule = "Continuous processing handles row by row, and has neither batches nor aggregates.",
      hint = 2)
  public static final class Continuous extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.Continuous("1 minute");
    }
  }

  @Misconception(
      headline = "Counts came out when their window was complete, not each minute.",
      when = "the mode waits until a row is final (append).",
      rule = "The trigger starts a batch; the output mode decides which rows it gives out.",
      hint = 1)
  public static final class AppendMode extends Query {
    @Override
    public OutputMode outputMode() {
      return OutputMode.Append();
    }
  }

  @Misconception(
      headline = "Each batch repeats all counts, also those that have not changed.",
      when = "the whole table goes out each time (output mode complete).",
      rule =
          "Complete repeats every row, and counts late views for ever; update gives the changes.",
      hint = 1)
  public static final class CompleteMode extends Query {
    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "Each view was counted in five windows.",
      when = "the windows slide by a minute.",
      rule = "How often counts are shown belongs to the trigger, not to the windows.",
      hint = 1)
  public static final class MinuteAsSlide extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "2 minutes"),
          window(col("event_time"), "5 minutes", "1 minute"));
    }
  }

  @Misconception(
      headline = "Views were counted when they were read, not when they happened.",
      when = "the windows are cut from the machine's clock, as the trigger's interval is.",
      rule = "A trigger works on the machine's clock, a window on the time of the events.",
      hint = 2)
  public static final class ClockWindows extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withColumn("event_time", current_timestamp()));
    }
  }

  @Misconception(
      headline = "Nothing was dropped, however late it came.",
      when = "there is no watermark.",
      rule = "A trigger closes no window; without a watermark all of them stay open for ever.",
      hint = 3)
  public static final class NoWatermark extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, window(col("event_time"), "5 minutes"));
    }
  }

  @Misconception(
      headline = "Views counted although their windows were over: the watermark stands far back.",
      when = "the watermark is an hour before the newest event, and not two minutes.",
      rule = "The delay says how long a window waits for late views; here that is two minutes.",
      hint = 3)
  public static final class WaitsAnHour extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "1 hour"), window(col("event_time"), "5 minutes"));
    }
  }

  @Misconception(
      headline = "A view that came hours later is missing, although its window was open.",
      when = "views, or their rows, are filtered by the clock of the machine.",
      rule = "Only the watermark says what is too late, and it moves with the newest event.",
      hint = 3)
  public static final class FiltersByClock extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.where("event_time > current_timestamp() - INTERVAL 1 HOUR"));
    }
  }

  @Misconception(
      headline = "Counts came out every two minutes.",
      when = "the interval of the trigger is the delay of the watermark.",
      rule = "The delay says how long to wait for late views, the trigger when to look.",
      hint = 2)
  public static final class EveryDelay extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime("2 minutes");
    }
  }

  @Misconception(
      headline = "A view was dropped whose window was still open.",
      when = "duplicates are removed first, by identifier and time.",
      rule = "That step compares a view's own time with the watermark, not the end of its window.",
      hint = 3)
  public static final class DuplicatesFirst extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "2 minutes").dropDuplicates("event_id", "event_time"),
          window(col("event_time"), "5 minutes"));
    }
  }

  /** Counts in a function that has a state for each window and page. */
  abstract static class ByHand extends Query
      implements FlatMapGroupsWithStateFunction<Row, Row, Long, Row> {

    private static final StructType COLUMNS =
        StructType.fromDDL(
            "window_start TIMESTAMP, window_end TIMESTAMP, page STRING, views BIGINT");

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Dataset<Row> windows =
          views
              .withWatermark("event_time", "2 minutes")
              .select(window(col("event_time"), "5 minutes").as("window"), col("page"));
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
          "The views of a window that came in earlier minutes are missing in its later rows.",
      when = "each row counts the views of one batch alone.",
      rule =
          "The trigger says when a count is shown, the window what is in it: all its views so far.")
  public static final class OfThisMinute extends ByHand {
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
