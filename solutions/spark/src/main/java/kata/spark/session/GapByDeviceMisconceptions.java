package kata.spark.session;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when the gap depends on the event. */
public final class GapByDeviceMisconceptions {

  private static final String RIGHT = "if(device = 'mobile', '10 minutes', '30 minutes')";

  private GapByDeviceMisconceptions() {}

  private static Dataset<Row> visits(Dataset<Row> events, String gap) {
    return Sessions.visits(events, Sessions.gap(gap), col("user_id"));
  }

  @Misconception(
      headline = "A visit on a phone was kept open for 30 minutes.",
      when = "every event has the gap of the desktop.",
      rule = "The gap is asked of each event; a fixed one cannot know the device.")
  public static final class AlwaysLong implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, "'30 minutes'");
    }
  }

  @Misconception(
      headline = "A visit on a desktop was cut after 10 minutes.",
      when = "every event has the gap of the phone.",
      rule = "The gap is asked of each event; a fixed one cannot know the device.")
  public static final class AlwaysShort implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, "'10 minutes'");
    }
  }

  @Misconception(
      headline = "Phones have the long gap, and all others the short one.",
      when = "the two gaps are swapped.",
      rule = "A phone keeps a visit open for 10 minutes, any other device for 30.")
  public static final class Swapped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, "if(device = 'mobile', '30 minutes', '10 minutes')");
    }
  }

  @Misconception(
      headline = "A tablet was taken for a phone.",
      when = "only the desktop has the long gap.",
      rule = "There are more than two devices: a phone is one case, everything else the other.")
  public static final class TabletIsPhone implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, "if(device = 'desktop', '30 minutes', '10 minutes')");
    }
  }

  @Misconception(
      headline = "The events of a tablet have disappeared.",
      when = "the gap is null for a device that no case names.",
      rule = "An event without a gap is in no window, and nobody says so: every case needs a gap.")
  public static final class NoGapForTablets implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(
          events,
          "CASE device WHEN 'mobile' THEN '10 minutes' WHEN 'desktop' THEN '30 minutes' END");
    }
  }

  @Misconception(
      headline = "Every event is a visit of its own.",
      when = "the gaps are given in seconds where minutes are due.",
      rule = "The gap names its unit: read it once more.")
  public static final class SecondsForMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, "if(device = 'mobile', '10 seconds', '30 seconds')");
    }
  }

  @Misconception(
      headline = "A visit was cut where the user took up another device.",
      when = "the events are grouped by device as well.",
      rule = "A visit belongs to a user, and goes on from one device to the next.",
      hint = 2)
  public static final class DeviceInKey implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.visits(events, Sessions.gap(RIGHT), col("user_id"), col("device"));
    }
  }

  @Misconception(
      headline = "All users share one visit.",
      when = "the key is the same for all users.",
      rule = "A visit belongs to a user: group by the user as well.")
  public static final class OneKeyForAll implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events.withColumn("user_id", lit("everybody")), RIGHT);
    }
  }

  @Misconception(
      headline = "A silence of exactly the gap ended a visit.",
      when =
          "the gaps are made a little shorter, so that the next event must come before their end.",
      rule = "Each event opens [t, t + gap), and intervals that touch are one visit.",
      hint = 2)
  public static final class EndsAtExactGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, "if(device = 'mobile', '599999 milliseconds', '1799999 milliseconds')");
    }
  }

  @Misconception(
      headline = "A silence of exactly ten minutes ended a visit on a phone.",
      when = "the gap of a phone is a millisecond short, and its windows end rightly all the same.",
      rule = "Each event opens [t, t + gap), and intervals that touch are one visit.",
      hint = 2)
  public static final class PhoneEndsAtExactGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(
          events,
          RIGHT.replace("10 minutes", "599999 milliseconds"),
          "if(visit.end = last + INTERVAL 599999 MILLISECONDS,"
              + " visit.end + INTERVAL 1 MILLISECOND, visit.end)",
          "count(*)");
    }
  }

  @Misconception(
      headline = "Spark refuses the query: sessions cannot be updated.",
      when = "rows go out whenever they change (output mode update).",
      rule = "A session that grows gets another window, so there is no row to update: append only.")
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, RIGHT);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Every batch repeats the whole result, and shows visits that are not over.",
      when = "all rows go out each time (output mode complete).",
      rule = "Complete keeps every visit for ever and repeats it; only append gives each once.")
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events, RIGHT);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  /** Counts the events of right visits in a way of one's own, and names an end of one's own. */
  private static Dataset<Row> counted(Dataset<Row> events, String end, String number) {
    return counted(events, RIGHT, end, number);
  }

  private static Dataset<Row> counted(Dataset<Row> events, String gap, String end, String number) {
    return events
        .groupBy(Sessions.gap(gap).as("visit"), col("user_id").as("user"))
        .agg(
            max("event_time").as("last"),
            expr("max_by(device, event_time)").as("device"),
            expr("max(if(device = 'mobile', 10, 30))").as("longest"),
            expr(number).as("events"))
        .selectExpr(
            "visit.start AS window_start",
            end + " AS window_end",
            "user",
            "bigint(events) AS events");
  }

  @Misconception(
      headline = "A visit is said to end with its last event.",
      when = "the greatest event time is taken for the end.",
      rule = "An event keeps its visit open for a gap more, and window_end says until when.")
  public static final class EndsWithLastEvent implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(events, "last", "count(*)");
    }
  }

  @Misconception(
      headline =
          "A visit is said to end ten minutes after a look at the phone, though it was open.",
      when = "the end is the last event's time and its own gap.",
      rule = "An event before the last may keep the visit open for longer than the last does.")
  public static final class LastGapEnds implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(events, "last + interval(" + RIGHT + ")", "count(*)");
    }
  }

  @Misconception(
      headline = "A visit is said to end later than any of its events kept it open.",
      when = "the end is the last event's time and the longest gap of the visit.",
      rule = "Each event has an end of its own, its time and its gap: take the latest of these.",
      hint = 2)
  public static final class LongestGapEnds implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(events, "last + make_interval(0, 0, 0, 0, 0, longest)", "count(*)");
    }
  }

  @Misconception(
      headline = "Every visit is said to end 30 minutes after its last event.",
      when = "the end is the last event and the long gap.",
      rule = "A phone keeps a visit open for 10 minutes only; window_end says until when it was.")
  public static final class LongGapEnds implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(events, "last + INTERVAL 30 MINUTES", "count(*)");
    }
  }

  @Misconception(
      headline = "Only page views were counted.",
      when = "events of other types are left out of the number.",
      rule = "All that a visitor does is an event of the visit: a purchase as well.")
  public static final class CountsPageViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(events, "visit.end", "count_if(event_type = 'PAGE_VIEW')");
    }
  }

  @Misconception(
      headline = "Two events at the same time were counted as one.",
      when = "the different times of events are counted.",
      rule = "Event time identifies nothing: several events may share it.")
  public static final class CountsMoments implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return counted(events, "visit.end", "size(collect_set(event_time))");
    }
  }

  @Misconception(
      headline = "An event is missing whose visit was still open.",
      when = "duplicates are removed first, by identifier and time.",
      rule = "That step compares an event's own time with the watermark, not the end of its visit.")
  public static final class DuplicatesFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return visits(events.dropDuplicates("event_id", "event_time"), RIGHT);
    }
  }
}
