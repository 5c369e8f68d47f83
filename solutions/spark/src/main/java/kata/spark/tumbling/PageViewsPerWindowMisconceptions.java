package kata.spark.tumbling;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when they count in tumbling windows. */
public final class PageViewsPerWindowMisconceptions {

  private PageViewsPerWindowMisconceptions() {}

  private static Dataset<Row> counts(Dataset<Row> views, Column window) {
    return views.groupBy(window.as("window"), col("page")).agg(count(lit(1)).as("views"));
  }

  private static Column fiveMinutes() {
    return window(col("event_time"), "5 minutes");
  }

  @Misconception(
      headline = "A window came out each time it changed, not once.",
      when = "the query runs in update mode.",
      rule =
          "Update gives a row whenever it changes; append gives it once, when its window is past.")
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views, fiveMinutes()));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Every window came out again in every batch.",
      when = "the query runs in complete mode.",
      rule = "Complete gives the whole result each time, keeps all state, and drops nothing late.")
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views, fiveMinutes()));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views, window(col("event_time"), "10 minutes")));
    }
  }

  @Misconception(
      headline = "The windows are five seconds long, not five minutes.",
      when = "the unit of the window's size is wrong.",
      rule = "The size is a text with a unit: read the unit once more.")
  public static final class SecondsForMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views, window(col("event_time"), "5 seconds")));
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the windows slide, and so overlap.",
      rule = "Tumbling windows follow one another; each event lies in exactly one of them.")
  public static final class Sliding implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views, window(col("event_time"), "5 minutes", "1 minute")));
    }
  }

  @Misconception(
      headline = "Your windows do not start at full five minutes.",
      when = "the windows are shifted by a start time.",
      rule = "Windows start at multiples of their size, counted from 1970-01-01T00:00Z.")
  public static final class WrongOffset implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          counts(views, window(col("event_time"), "5 minutes", "5 minutes", "1 minute")));
    }
  }

  @Misconception(
      headline = "An event exactly on the boundary was counted in the window that it ends.",
      when = "the end of a window is taken as inclusive.",
      rule = "A window is [start, end): an event at 12:05:00 opens the next one.")
  public static final class InclusiveEnd implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Column shifted = window(col("event_time"), "5 minutes", "5 minutes", "1 millisecond");
      return Bounds.of(
          counts(views, shifted),
          date_trunc("minute", col("window.start")),
          date_trunc("minute", col("window.end")));
    }
  }

  @Misconception(
      headline = "The windows start and end with the views, each at another length.",
      when = "session windows with a gap of five minutes take the place of tumbling ones.",
      rule = "A session ends after a silence; a tumbling window ends by the clock of event time.")
  public static final class Sessions implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views, session_window(col("event_time"), "5 minutes")));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "One result for each page needs the page among the grouping columns.")
  public static final class NoKey implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(fiveMinutes().as("window"))
              .agg(first(col("page")).as("page"), count(lit(1)).as("views")));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(fiveMinutes().as("window"), col("page"))
              .agg(approx_count_distinct(col("user_id")).as("views")));
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "different event times are counted.",
      rule = "Two views may share a moment: count the rows.")
  public static final class DistinctMoments implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(fiveMinutes().as("window"), col("page"))
              .agg(size(collect_set("event_time")).as("views")));
    }
  }

  @Misconception(
      headline = "The start of the row is the time of a view, not the start of the window.",
      when = "the row is labelled with the time of the window's first event.",
      rule = "Take the label from the window; every event in it has another time.")
  public static final class LabelFromFirstEvent implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(fiveMinutes().as("window"), col("page"))
              .agg(min("event_time").as("first"), count(lit(1)).as("views")),
          col("first"),
          expr("first + INTERVAL 5 MINUTES"));
    }
  }

  @Misconception(
      headline = "The rows end just before their window does.",
      when = "the event time of a window, its last microsecond, is taken for its end.",
      rule = "window_time is made for a next window stage; the end of the window is window.end.")
  public static final class LabelWindowTime implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          counts(views, fiveMinutes()).withColumn("last", window_time(col("window"))),
          col("window.start"),
          col("last"));
    }
  }

  @Misconception(
      headline = "The query does not start: it has lost the watermark of its windows.",
      when = "the event time is converted before it is windowed.",
      rule = "The watermark belongs to one column; a column computed from it has none.")
  public static final class WatermarkLost implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Dataset<Row> converted =
          views.withColumn("event_time", expr("cast(cast(event_time as string) as timestamp)"));
      return Bounds.of(counts(converted, fiveMinutes()));
    }
  }

  @Misconception(
      headline = "A page has a row for each of its visitors.",
      when = "the views are grouped by user as well.",
      rule = "What is grouped by is what has a row: a count for each page needs the page alone.")
  public static final class UserInKey implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(fiveMinutes().as("window"), col("page"), col("user_id"))
              .agg(count(lit(1)).as("views")));
    }
  }
}
