package kata.spark.timezones;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.window;

import java.time.ZoneId;
import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people get wrong when they count by the days of another time zone. */
public final class DailyViewsMisconceptions {

  private DailyViewsMisconceptions() {}

  private static Column dayFrom(String start) {
    return window(col("event_time"), "1 day", "1 day", start);
  }

  private static Dataset<Row> days(Dataset<Row> views) {
    return LocalDays.withDay(views, "event_time");
  }

  @Misconception(
      headline = "Your days begin at midnight in UTC, not in Berlin.",
      when = "a day is a window of 24 hours without more ado.",
      rule =
          "Windows are aligned to 1970-01-01T00:00Z; the engine knows nothing of local midnights.")
  public static final class UtcDays implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(views, window(col("event_time"), "1 day"));
    }
  }

  @Misconception(
      headline = "Winter days are right; from the end of March on they begin an hour late.",
      when = "the offset of standard time is used all year.",
      rule = "An offset is not a time zone: Berlin is one hour ahead in winter, and two in summer.")
  public static final class StandardTimeInSummer implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(views, dayFrom("23 hours"));
    }
  }

  @Misconception(
      headline = "Summer days are right; winter days begin an hour early.",
      when = "the offset of summer time is used all year.",
      rule = "An offset is not a time zone: Berlin is one hour ahead in winter, and two in summer.")
  public static final class SummerTimeInWinter implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(views, dayFrom("22 hours"));
    }
  }

  @Misconception(
      headline = "The days of 2024 are right; those of the next year may be an hour off.",
      when = "the days on which the clocks change are written into the query.",
      rule = "The clocks change on another date each year; the rules of a time zone know it.")
  public static final class DatesOf2024 implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      String summer = "event_time >= '2024-03-31 01:00' AND event_time < '2024-10-27 01:00'";
      return LocalDays.count(
          views.withColumn(
              "day",
              expr(
                  "to_date(event_time + make_interval(0, 0, 0, 0, if(%s, 2, 1)))"
                      .formatted(summer))),
          midnightOf2024("day"),
          midnightOf2024("day + 1"));
    }

    private static String midnightOf2024(String date) {
      String summer = date + " > '2024-03-31' AND " + date + " <= '2024-10-27'";
      return "timestamp(%s) - make_interval(0, 0, 0, 0, if(%s, 2, 1))".formatted(date, summer);
    }
  }

  @Misconception(
      headline = "Your days begin after midnight UTC; in Berlin they begin before it.",
      when = "the start of the windows is shifted in the wrong direction.",
      rule = "East of Greenwich midnight comes earlier: an hour before it, or 23 hours after it.")
  public static final class WrongSign implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(views, dayFrom("1 hour"));
    }
  }

  @Misconception(
      headline = "Spark refuses the query: it finds no watermark behind the window.",
      when = "the window is built over local times that were computed from the event time.",
      rule = "The watermark belongs to one column; a column computed from it has none.",
      hint = 2)
  public static final class WindowOverLocalTime implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(
          views, window(from_utc_timestamp(col("event_time"), "Europe/Berlin"), "1 day"));
    }
  }

  @Misconception(
      headline = "The day of a clock change is torn apart, into two windows that overlap.",
      when = "the offset at the moment of the view is used to find midnight.",
      rule = "On the day of a change, midnight has another offset than the hours after the change.",
      hint = 2)
  public static final class OffsetOfTheMoment implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      String now = "from_utc_timestamp(event_time, 'Europe/Berlin')";
      String offset = "(unix_millis(" + now + ") - unix_millis(event_time))";
      return LocalDays.count(
          days(views),
          "timestamp_millis(unix_millis(timestamp(day)) - " + offset + ")",
          "timestamp_millis(unix_millis(timestamp(day + 1)) - " + offset + ")");
    }
  }

  @Misconception(
      headline = "Every day begins rightly and lasts 24 hours, also the one of 23 and that of 25.",
      when = "24 hours are added to midnight to find the end of the day.",
      rule = "A day is a date of the calendar; how many hours it has, only the time zone knows.",
      hint = 2)
  public static final class TwentyFourHours implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      // A view in the 25th hour would have no time left, and Spark drops it.
      return LocalDays.count(
          days(views), LocalDays.START, LocalDays.START + " + INTERVAL 24 HOURS");
    }
  }

  @Misconception(
      headline = "The views are in the right days, whose bounds are local times taken for UTC.",
      when = "the bounds are turned into local time before they go out.",
      rule =
          "A timestamp is an instant: local time is a way to write it, for people, at the very"
              + " end.",
      hint = 2)
  public static final class LocalTimeAsInstant implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(days(views), LocalDays.START, LocalDays.END)
          .withColumn("window_start", from_utc_timestamp(col("window_start"), "Europe/Berlin"))
          .withColumn("window_end", from_utc_timestamp(col("window_end"), "Europe/Berlin"));
    }
  }

  @Misconception(
      headline = "Your days are those of the machine, which this test has moved to India.",
      when = "the default time zone of the JVM is used.",
      rule = "The default is that of whichever machine runs the query; the shop's zone has a name.")
  public static final class ZoneOfTheMachine implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      String zone = ZoneId.systemDefault().getId();
      return LocalDays.count(
          views.withColumn("day", expr(LocalDays.date("event_time", zone))),
          LocalDays.START.replace("Europe/Berlin", zone),
          LocalDays.END.replace("Europe/Berlin", zone));
    }
  }

  @Misconception(
      headline = "A view exactly at midnight is missing.",
      when = "the end of a day is taken as inclusive, so that such a view has no time left in it.",
      rule = "A window holds its start and not its end: midnight is the first moment of a day.",
      hint = 2)
  public static final class InclusiveMidnight implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(
          LocalDays.withDay(views, "event_time - INTERVAL 1 MILLISECOND"),
          LocalDays.START,
          LocalDays.END);
    }
  }

  @Misconception(
      headline = "A view in the last second of a day is missing.",
      when = "the time left until midnight is cut to whole seconds, and such a view has none.",
      rule = "A session without length is no session: measure what is left as finely as time is.",
      hint = 3)
  public static final class WholeSecondsLeft implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(
          days(views),
          LocalDays.START,
          LocalDays.END,
          LocalDays.lasting("timestampdiff(SECOND, event_time, end)", "seconds"));
    }
  }

  @Misconception(
      headline = "A view at a fraction of a second is missing.",
      when = "the seconds left are a double, written with more digits than an interval can read.",
      rule = "A text that is no interval becomes null, and a view without a gap is in no session.",
      hint = 3)
  public static final class SecondsLeftAsDouble implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(
          days(views),
          LocalDays.START,
          LocalDays.END,
          LocalDays.lasting("double(end) - double(event_time)", "seconds"));
    }
  }

  @Misconception(
      headline = "Your days end a millisecond before midnight.",
      when = "a day ends with its last millisecond, 23:59:59.999.",
      rule = "The end of a window is the first moment after it, the start of the next one.",
      hint = 2)
  public static final class LastMillisecondAsEnd implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.count(days(views), LocalDays.START, LocalDays.END)
          .withColumn("window_end", expr("window_end - INTERVAL 1 MILLISECOND"));
    }
  }

  @Misconception(
      headline = "A day begins with its first view, not at midnight.",
      when = "the bounds of a session are shown as those of the day.",
      rule = "A session begins with its first event; a day begins at midnight, whoever comes.",
      hint = 3)
  public static final class DayBeginsWithFirstView implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return days(views)
          .withColumn("end", expr(LocalDays.END))
          .groupBy(LocalDays.untilEnd(), col("day"), col("page"))
          .agg(count(lit(1)).as("views"))
          .select(
              col("session.start").as("window_start"),
              col("session.end").as("window_end"),
              col("page"),
              col("views"));
    }
  }

  @Misconception(
      headline = "Late views are missing, although their day was not over.",
      when = "views are counted by the hour first, and the hours added up to days.",
      rule = "A first stage with shorter windows drops what is late for it: its end decides.",
      hint = 3)
  public static final class HoursFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return LocalDays.withDay(
              views
                  .groupBy(window(col("event_time"), "1 hour").as("hour"), col("page"))
                  .agg(count(lit(1)).as("views"))
                  .withColumn("event_time", expr("window_time(hour)")),
              "event_time")
          .withColumn("end", expr(LocalDays.END))
          .groupBy(LocalDays.untilEnd(), col("day"), col("end"), col("page"))
          .agg(sum("views").as("views"))
          .select(
              expr(LocalDays.START).as("window_start"),
              col("end").as("window_end"),
              col("page"),
              col("views"));
    }
  }

  @Misconception(
      headline = "Your days begin at midnight in UTC, not in Berlin.",
      when = "the session's time zone is believed to shift windows.",
      rule =
          "The session's time zone changes how times are read and written, not where windows lie.",
      sameAs = "UtcDays")
  public static final class ZoneOfTheSession implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.sparkSession().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
      return LocalDays.count(views, window(col("event_time"), "1 day"));
    }
  }
}
