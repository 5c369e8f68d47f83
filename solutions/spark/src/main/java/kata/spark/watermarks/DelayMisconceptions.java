package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong about the delay of a watermark. */
public final class DelayMisconceptions {

  private DelayMisconceptions() {}

  @Misconception(
      headline = "Each view moved the watermark to its own time, and older ones came too late.",
      when = "the delay is zero.",
      rule = "The delay says how much older than the newest event one may be and still count.",
      hint = 2)
  public static final class NoDelay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "0 seconds"));
    }
  }

  @Misconception(
      headline = "The watermark is five minutes behind, not two.",
      when = "the delay is as long as the window.",
      rule = "The delay is a property of the input, the window one of the question.",
      hint = 2)
  public static final class DelayOfAWindow implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "5 minutes"));
    }
  }

  @Misconception(
      headline = "The watermark is two seconds behind, not two minutes.",
      when = "the unit of the delay is wrong.",
      rule = "A length of time in Spark is a text with its unit in it.",
      hint = 2)
  public static final class WrongUnit implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "2 seconds"));
    }
  }

  @Misconception(
      headline = "The watermark is one millisecond too far behind.",
      when = "a millisecond is taken off, as Flink does.",
      rule = "In Spark a watermark W completes all before W; in Flink all up to and including W.",
      hint = 3)
  public static final class FlinksMillisecond implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "2 minutes 1 millisecond"));
    }
  }

  @Misconception(
      headline = "There is no watermark, and append mode waits for one.",
      when = "the windows are counted without a watermark.",
      rule = "Without a watermark no window is ever complete.",
      hint = 1)
  public static final class NoWatermark implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }
  }

  @Misconception(
      headline = "Counts came out before their window was complete.",
      when = "the mode gives out whatever changes (update).",
      rule = "Update shows each change; append waits until a row is final.",
      hint = 1)
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "2 minutes"));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Every batch repeats all rows, and nothing was dropped.",
      when = "the whole table goes out each time (output mode complete).",
      rule = "Complete keeps every row for ever; the watermark has nothing to say.",
      hint = 1)
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "2 minutes"));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "Views were counted two minutes before they happened.",
      when = "the two minutes are taken off the events, and not off the watermark.",
      rule = "A delay makes the clock wait; it must not change when something happened.",
      hint = 2)
  public static final class EventsMoved implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views
              .withColumn("event_time", expr("event_time - INTERVAL 2 MINUTES"))
              .withWatermark("event_time", "0 seconds"));
    }
  }

  @Misconception(
      headline = "Views were counted when they arrived, not when they happened.",
      when = "the time is that of the machine's clock.",
      rule = "Event time comes with the event; only that gives the same answer in a replay.",
      hint = 1)
  public static final class ArrivalTime implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views
              .withColumn("event_time", current_timestamp())
              .withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the two minutes became the slide of the windows.",
      rule = "How long to wait belongs to the watermark, not to the windows.",
      hint = 2)
  public static final class DelayAsSlide implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "0 seconds"),
          window(col("event_time"), "5 minutes", "2 minutes"));
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "different event times are counted.",
      rule = "Two views may share a moment: count the rows.",
      hint = 1)
  public static final class CountsMoments implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.showing(
          views.withWatermark("event_time", "2 minutes"), size(collect_set("event_time")));
    }
  }

  @Misconception(
      headline = "A view was dropped whose window was still open.",
      when = "duplicates are removed first, by identifier.",
      rule = "That step compares a row's own time with the watermark, not the end of its window.",
      hint = 1)
  public static final class DuplicatesFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "2 minutes").dropDuplicatesWithinWatermark("event_id"));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the windows is wrong.",
      rule = "The first duration of a window is its size.")
  public static final class WrongSize implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "2 minutes"), window(col("event_time"), "10 minutes"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofVisitors(views.withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofAllPages(views.withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "A page has a row for each of its visitors.",
      when = "the user is among the columns that are grouped by.",
      rule = "A row is of one window and page, whoever viewed it.")
  public static final class UserInKey implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.alsoBy("user_id", views.withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "The watermark is up to a second too far behind.",
      when = "the times are cut to whole seconds.",
      rule = "Event time has milliseconds, and so has the watermark that follows it.")
  public static final class SecondsOnly implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views
              .withColumn("event_time", expr("date_trunc('second', event_time)"))
              .withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "The watermark is two hours behind, not two minutes.",
      when = "the unit of the delay is wrong.",
      rule = "A delay that is too long loses nothing, and answers too late.")
  public static final class DelayOfHours implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "2 hours"));
    }
  }
}
