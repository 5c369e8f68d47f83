package kata.spark.late;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when they show the whole table. */
public final class WholeTableMisconceptions {

  private WholeTableMisconceptions() {}

  @Misconception(
      headline = "There is one row for each window at its end, and late views are missing.",
      when = "the mode waits until a window cannot change any more (append).",
      rule = "Append gives a row once and then forgets it; only complete keeps all rows.",
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
      headline = "Only rows that have changed came out, and late views are missing.",
      when = "the mode gives out changes only (update).",
      rule =
          "Update gives what a batch has changed, and forgets what is over; complete keeps all"
              + " rows.",
      hint = 2)
  public static final class UpdateMode implements StreamQuery {
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
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, window(col("event_time"), "10 minutes"), count(lit(1)));
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the windows slide, and so overlap.",
      rule = "Tumbling windows follow one another; each event lies in exactly one of them.")
  public static final class Sliding extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, window(col("event_time"), "5 minutes", "1 minute"), count(lit(1)));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), approx_count_distinct(col("user_id")));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofAllPages(views);
    }
  }

  @Misconception(
      headline = "A page has a row for each of its visitors.",
      when = "the views are grouped by user as well.",
      rule = "What is grouped by is what has a row: a count for each page needs the page alone.")
  public static final class UserInKey extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofEachUser(views);
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "different event times are counted.",
      rule = "Two views may share a moment: count the rows.")
  public static final class CountsMoments extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views, Counts.fiveMinutes(), size(collect_set("event_time")));
    }
  }

  @Misconception(
      headline = "Late views are missing.",
      when = "duplicates are removed first, by identifier.",
      rule = "That step drops what the watermark has passed, in complete mode as well.")
  public static final class DuplicatesFirst extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.dropDuplicates("event_id"));
    }
  }

  @Misconception(
      headline = "Windows of long ago are missing.",
      when = "the table is cut to the last hours.",
      rule = "The task asks for each window since the beginning; complete mode keeps them all.")
  public static final class OnlyRecent extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views).filter("window_end > current_timestamp() - INTERVAL 1 DAY");
    }
  }

  @Misconception(
      headline = "Only the newest windows are in the table.",
      when = "the table is sorted and limited, as a page of a report is.",
      rule = "The task asks for each window since the beginning, however many there are.")
  public static final class NewestRows extends WholeTableAlternatives.Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views).orderBy(col("window_start").desc()).limit(3);
    }
  }
}
