package kata.spark.late;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

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
}
