package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.MonitoredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** What people get wrong about late rows, and about the number of those that were dropped. */
public final class LateRowsMisconceptions {

  private LateRowsMisconceptions() {}

  /** Counts rightly, and reads the wrong number. */
  abstract static class WrongNumber implements MonitoredQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }
  }

  @Misconception(
      headline = "Rows are reported as dropped that were given out when their window was complete.",
      when = "the rows are taken that left the state (removed).",
      rule = "A row is removed from state when it is final, and dropped when it comes too late.",
      hint = 2)
  public static final class RemovedFromState extends WrongNumber {
    @Override
    public long dropped(StreamingQueryProgress progress) {
      return progress.stateOperators()[0].numRowsRemoved();
    }
  }

  @Misconception(
      headline = "What was put together with another view is reported as dropped.",
      when = "you subtract the groups that changed from the events that came in.",
      rule = "Several events of one group change one row; the difference is not what was dropped.",
      hint = 2)
  public static final class InputLessUpdated extends WrongNumber {
    @Override
    public long dropped(StreamingQueryProgress progress) {
      return progress.numInputRows() - progress.stateOperators()[0].numRowsUpdated();
    }
  }

  @Misconception(
      headline = "All that came in is reported as dropped.",
      when = "the number is that of the source's input.",
      rule = "Input rows come before the watermark is looked at; operators with state drop rows.",
      hint = 1)
  public static final class InputRows extends WrongNumber {
    @Override
    public long dropped(StreamingQueryProgress progress) {
      return progress.numInputRows();
    }
  }

  @Misconception(
      headline = "What is held in state is reported as dropped.",
      when = "the number is that of all rows in the state.",
      rule = "A dropped row never reaches the state.",
      hint = 2)
  public static final class RowsInState extends WrongNumber {
    @Override
    public long dropped(StreamingQueryProgress progress) {
      return progress.stateOperators()[0].numRowsTotal();
    }
  }

  @Misconception(
      headline = "What was dropped once is reported again after each later micro-batch.",
      when = "the numbers of all micro-batches so far are added up.",
      rule = "A progress tells of one micro-batch; whoever watches the query adds them up.",
      hint = 3)
  public static final class RunningTotal extends WrongNumber {

    private long total;

    @Override
    public long dropped(StreamingQueryProgress progress) {
      total += progress.stateOperators()[0].numRowsDroppedByWatermark();
      return progress.numInputRows() == 0 ? 0 : total;
    }
  }

  @Misconception(
      headline = "What was dropped once is reported for ever after, even when nothing comes in.",
      when = "each micro-batch, with data or without, tells the sum of all so far.",
      rule = "A progress tells of one micro-batch: remember nothing from one to the next.",
      hint = 3)
  public static final class SinceTheBeginning extends WrongNumber {
    private long total;

    @Override
    public long dropped(StreamingQueryProgress progress) {
      total += progress.stateOperators()[0].numRowsDroppedByWatermark();
      return total;
    }
  }

  @Misconception(
      headline = "Nothing is reported as dropped, although late views are missing in the counts.",
      when = "only micro-batches without data are asked, which clean the state up.",
      rule = "Late rows are dropped where they come in: in the micro-batch that brings them.",
      hint = 3)
  public static final class WhenCleaningUp extends WrongNumber {
    @Override
    public long dropped(StreamingQueryProgress progress) {
      return progress.numInputRows() > 0
          ? 0
          : progress.stateOperators()[0].numRowsDroppedByWatermark();
    }
  }

  @Misconception(
      headline = "No row was dropped, and late views changed windows that are over.",
      when = "the mode repeats the whole table (complete).",
      rule = "Complete keeps every row for ever, so that the watermark has nothing to drop.",
      hint = 1)
  public static final class CompleteMode extends LateRowsAlternatives.Monitored {
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
      headline = "Counts came out before their window was complete.",
      when = "the mode gives out whatever changes (update).",
      rule = "Update shows each change; append waits until a row is final.",
      hint = 1)
  public static final class UpdateMode extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "A view was dropped whose window was still open.",
      when = "duplicates are removed first, by identifier and time.",
      rule = "That step compares a row's own time with the watermark, not the end of its window.",
      hint = 3)
  public static final class DuplicatesFirst extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.dropDuplicates("event_id", "event_time"));
    }
  }

  @Misconception(
      headline = "Views of different pages that were dropped are reported as one row.",
      when = "the views are grouped by window alone.",
      rule = "Spark counts dropped rows after grouping: what is one group is one row.",
      hint = 1)
  public static final class PageNotGrouped extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .groupBy(window(col("event_time"), "5 minutes").as("window"))
          .agg(min("page").as("page"), count(lit(1)).as("views"))
          .selectExpr("window.start AS window_start", "window.end AS window_end", "page", "views");
    }
  }

  @Misconception(
      headline = "Views of different users that were dropped are reported as several rows.",
      when = "the views are counted by user first, and the counts of the users are added up.",
      rule = "Spark counts dropped rows after grouping: each group of the first step is one row.")
  public static final class ByUserFirst extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .groupBy(Counts.fiveMinutes().as("window"), col("page"), col("user_id"))
          .agg(count(lit(1)).as("views"))
          .groupBy("window", "page")
          .agg(sum("views").as("views"))
          .selectExpr("window.start AS window_start", "window.end AS window_end", "page", "views");
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "different event times are counted.",
      rule = "Two views may share a moment: count the rows.")
  public static final class CountsMoments extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), size(collect_set("event_time")));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), size(collect_set("user_id")));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the windows is wrong.",
      rule = "The first duration of a window is its size.")
  public static final class WrongSize extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, window(col("event_time"), "10 minutes"), count(lit(1)));
    }
  }

  @Misconception(
      headline = "Several dropped rows are reported as one.",
      when = "it is only said whether something was dropped.",
      rule = "The task asks how many rows were dropped in a micro-batch.")
  public static final class WhetherAny extends LateRowsAlternatives.Monitored {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }

    @Override
    public long dropped(StreamingQueryProgress progress) {
      return Math.min(1, super.dropped(progress));
    }
  }
}
