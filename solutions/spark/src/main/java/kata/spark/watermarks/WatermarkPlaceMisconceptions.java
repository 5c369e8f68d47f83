package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import kata.spark.watermarks.WatermarkPlaceAlternatives.Query;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong about the place of a watermark. */
public final class WatermarkPlaceMisconceptions {

  private WatermarkPlaceMisconceptions() {}

  /** Counts behind the right watermark, of times that an expression takes for the real ones. */
  private static Dataset<Row> counted(Dataset<Row> views, String time) {
    return Counts.of(
        views.withColumn("event_time", expr(time)).withWatermark("event_time", "2 minutes"));
  }

  @Misconception(
      headline = "The watermark follows the phones' wrong time, and nothing is ever dropped.",
      when = "the watermark is on the time as it came, the window on the corrected one.",
      rule = "A watermark belongs to one column; a column computed from it has none.",
      hint = 2)
  public static final class OnTheOldColumn extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(corrected(views.withWatermark("event_time", "2 minutes")));
    }
  }

  @Misconception(
      headline = "The watermark is right, and nothing is ever dropped.",
      when = "the column is computed anew between the watermark and the window.",
      rule = "The watermark is metadata of a column; a cast or a sum makes one without it.",
      hint = 3)
  public static final class RebuiltAfterwards extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          corrected(views)
              .withWatermark("event_time", "2 minutes")
              .withColumn("event_time", expr("timestamp_micros(unix_micros(event_time))")));
    }
  }

  @Misconception(
      headline = "The watermark follows the ends of windows, and nothing is ever dropped.",
      when = "the watermark is set behind the grouping.",
      rule = "Grouping looks for a watermark among its input; what follows it comes too late.",
      hint = 1)
  public static final class AfterGrouping extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(corrected(views)).withWatermark("window_end", "2 minutes");
    }
  }

  @Misconception(
      headline = "The watermark stands still in 1970, and nothing is ever dropped.",
      when = "the watermark is on the window, not on the time.",
      rule = "Spark takes a window for a watermark without a word, and reads no time from it.",
      hint = 2)
  public static final class OnTheWindow extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return corrected(views)
          .withColumn("window", window(col("event_time"), "5 minutes"))
          .withWatermark("window", "2 minutes")
          .groupBy("window", "page")
          .agg(count(lit(1)).as("views"))
          .selectExpr("window.start AS window_start", "window.end AS window_end", "page", "views");
    }
  }

  @Misconception(
      headline = "There is no watermark, and no error: nothing is ever dropped.",
      when = "the windows are counted without a watermark.",
      rule = "Update mode works without a watermark, and keeps every window for ever.",
      hint = 1)
  public static final class NoWatermark extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(corrected(views));
    }
  }

  @Misconception(
      headline = "The views of phones are an hour too late.",
      when = "the time is taken as it came.",
      rule = "What is wrong in the events must be put right before the watermark sees it.",
      hint = 1)
  public static final class NotCorrected extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "The views of phones are two hours too late.",
      when = "the hour is added.",
      rule = "A clock that is fast shows too much: take off what it is ahead.",
      hint = 1)
  public static final class WrongSign extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return counted(views, "IF(device = 'mobile', event_time + INTERVAL 1 HOUR, event_time)");
    }
  }

  @Misconception(
      headline = "Views that do not come from phones are an hour too early.",
      when = "every event is corrected, whatever its device.",
      rule = "Correct what is wrong, and nothing else.",
      hint = 1)
  public static final class AllCorrected extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return counted(views, "event_time - INTERVAL 1 HOUR");
    }
  }

  @Misconception(
      headline = "A view of a phone that was long on its way is an hour too late.",
      when = "only times that lie in the future are corrected.",
      rule = "The device says whose clock is fast; when a view arrives says nothing about it.",
      hint = 1)
  public static final class FutureCorrected extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return counted(
          views,
          "IF(device = 'mobile' AND event_time > current_timestamp(),"
              + " event_time - INTERVAL 1 HOUR, event_time)");
    }
  }

  @Misconception(
      headline = "The times of phones, and the watermark with them, have lost their milliseconds.",
      when = "the time is cast to a number of seconds, to take 3600 off.",
      rule = "Whole seconds cut off the rest of a time: take an interval off the timestamp.",
      hint = 1)
  public static final class MillisecondsLost extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return counted(
          views, "IF(device = 'mobile', timestamp_seconds(bigint(event_time) - 3600), event_time)");
    }
  }

  @Misconception(
      headline = "The views of tablets are an hour too early.",
      when = "every device but the desktop is taken for a phone.",
      rule = "There are more than two devices: only where it is mobile the clock is fast.",
      hint = 1)
  public static final class TabletIsPhone extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return counted(views, "IF(device <> 'desktop', event_time - INTERVAL 1 HOUR, event_time)");
    }
  }

  @Misconception(
      headline = "Rows came out only when their window was complete.",
      when = "the mode waits until a row is final (append).",
      rule = "The task shows each change, so that it needs update mode.",
      hint = 1)
  public static final class AppendMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(Query.corrected(views).withWatermark("event_time", "2 minutes"));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Append();
    }
  }

  @Misconception(
      headline = "In summer the views of phones are an hour too early.",
      when = "the hour is taken for the time zone of Berlin, which has two in summer.",
      rule = "A clock that is an hour fast is so all year round: take off an hour.",
      hint = 1)
  public static final class ZoneOfTheSeason extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return counted(
          views,
          "IF(device = 'mobile', to_utc_timestamp(event_time, 'Europe/Berlin'), event_time)");
    }
  }

  @Misconception(
      headline = "Each view moved the watermark to its own time, and older ones came too late.",
      when = "the delay is zero.",
      rule = "The delay says how much older than the newest view one may be and still count.",
      hint = 1)
  public static final class NoDelay extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(corrected(views).withWatermark("event_time", "0 seconds"));
    }
  }

  @Misconception(
      headline = "The watermark waits an hour and two minutes.",
      when = "the hour of the phones is put into the delay.",
      rule = "A delay holds back all views; what is wrong in some of them is put right in them.",
      hint = 1)
  public static final class HourInTheDelay extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(corrected(views).withWatermark("event_time", "62 minutes"));
    }
  }

  @Misconception(
      headline = "A page has a row for each kind of device.",
      when = "the device is among the columns that are grouped by.",
      rule = "A row is of one window and page, whatever its views were made on.")
  public static final class DeviceInKey extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.alsoBy("device", corrected(views).withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofVisitors(corrected(views).withWatermark("event_time", "2 minutes"));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.ofAllPages(corrected(views).withWatermark("event_time", "2 minutes"));
    }
  }
}
