package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.diagnosis.Misconception;

/** What people get wrong when they average over hopping windows in SQL. */
public final class MovingAverageMisconceptions {

  private MovingAverageMisconceptions() {}

  @Misconception(
      headline = "The averages are whole numbers.",
      when = "the mean of whole numbers is taken as a whole number.",
      rule = "In SQL the mean of INT is an INT, cut off, not rounded: change the type before.",
      hint = 3)
  public static final class WholeNumbers implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(celsius) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "Flink refuses the window: it is shorter than its slide.",
      when = "the size stands first, as in the DataStream API.",
      rule = "In SQL the slide stands before the size.",
      hint = 2)
  public static final class SizeFirst implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '10' MINUTES, INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "Every second window is missing.",
      when = "windows of ten minutes follow one another.",
      rule = "A window that starts every five minutes and is ten long overlaps its neighbours.")
  public static final class Tumbling implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
      FROM TUMBLE(TABLE readings, DESCRIPTOR(event_time), INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "The windows are five minutes long.",
      when = "the windows tumble by the slide.",
      rule = "The slide says how often, the size says how far back.")
  public static final class SlideAsSize implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
      FROM TUMBLE(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "There are windows that start between full five minutes.",
      when = "the windows hop by one minute.",
      rule = "The slide is the distance from one start to the next.")
  public static final class EveryMinute implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '1' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline =
          "Averages came out at once and were taken back: -U is the old one, +U the new one.",
      when = "the query groups by the start of the window, and not by its end.",
      rule =
          "Only both bounds together make a window; one of them is a plain column, and never"
              + " final.",
      hint = 2)
  public static final class GroupedWithoutEnd implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_start + INTERVAL '10' MINUTES AS window_end, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, sensor
      """;
    }
  }

  @Misconception(
      headline = "The thermometers were averaged together.",
      when = "the query groups by the window alone.",
      rule = "One result for each thermometer needs it in GROUP BY.")
  public static final class NoSensor implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, MIN(sensor) AS sensor, AVG(CAST(celsius AS DOUBLE)) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end
      """;
    }
  }

  @Misconception(
      headline = "Few readings weigh as much as many.",
      when = "the means of five minutes are averaged.",
      rule = "A mean of means is wrong where the parts differ in number: add up sums and counts.",
      hint = 3)
  public static final class MeanOfMeans implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH parts AS (
        SELECT window_time, sensor, AVG(CAST(celsius AS DOUBLE)) AS average
        FROM TUMBLE(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
        GROUP BY window_start, window_end, window_time, sensor)
      SELECT window_start, window_end, sensor, AVG(average) AS average
      FROM HOP(TABLE parts, DESCRIPTOR(window_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "A late reading is missing, although one of its windows was open.",
      when = "sums of five minutes are final before the windows of ten are.",
      rule =
          "A window on top of windows is handed what they gave out, and they drop late events"
              + " first.",
      hint = 2)
  public static final class TwoStages implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH parts AS (
        SELECT window_time, sensor, SUM(celsius) AS total, COUNT(*) AS readings
        FROM TUMBLE(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
        GROUP BY window_start, window_end, window_time, sensor)
      SELECT
        window_start,
        window_end,
        sensor,
        CAST(SUM(total) AS DOUBLE) / SUM(readings) AS average
      FROM HOP(TABLE parts, DESCRIPTOR(window_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "Of equal readings only one was counted.",
      when = "only distinct values are averaged.",
      rule = "Two readings of the same temperature are two readings.")
  public static final class EqualsCountOnce implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(DISTINCT CAST(celsius AS DOUBLE)) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "A reading of zero was left out.",
      when = "zeros are taken for missing values.",
      rule = "Zero degrees is a temperature; a missing value would be NULL.")
  public static final class ZerosLeftOut implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, AVG(NULLIF(CAST(celsius AS DOUBLE), 0)) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "Only the coldest and the warmest reading counted.",
      when = "the middle between least and greatest is taken for the mean.",
      rule = "The mean is made of all readings.")
  public static final class Midrange implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, (MIN(celsius) + MAX(celsius)) / 2.0 AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }

  @Misconception(
      headline = "The averages are rounded.",
      when = "one decimal is kept.",
      rule = "Round for the reader, not in the stream: what is cut off does not come back.")
  public static final class Rounded implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, sensor, ROUND(AVG(CAST(celsius AS DOUBLE)), 1) AS average
      FROM HOP(TABLE readings, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, sensor
      """;
    }
  }
}
