package kata.spark.sliding;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when they average over sliding windows. */
public final class MovingAverageMisconceptions {

  private static final Column AVERAGE = avg(col("celsius"));

  private MovingAverageMisconceptions() {}

  private static Dataset<Row> averages(Dataset<Row> readings, String average) {
    return Steps.averages(readings, Steps.tenEveryFive(), expr(average));
  }

  @Misconception(
      headline = "The temperatures of a window were added up, not averaged.",
      when = "the readings are summed.",
      rule = "A mean is the sum divided by the number of readings.")
  public static final class SumOnly implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "sum(celsius)");
    }
  }

  @Misconception(
      headline = "Means of five minutes were averaged, whatever number of readings they had.",
      when = "the mean of a window is the mean of the means of its parts.",
      rule = "A mean of means weighs few readings like many: add up sums and counts, then divide.",
      hint = 2)
  public static final class MeanOfMeans implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.bounds(
          readings
              .groupBy(window(col("event_time"), "5 minutes").as("part"), col("sensor"))
              .agg(AVERAGE.as("mean"))
              .groupBy(
                  window(window_time(col("part")), "10 minutes", "5 minutes").as("window"),
                  col("sensor"))
              .agg(avg(col("mean")).as("average")),
          "sensor",
          "average");
    }
  }

  @Misconception(
      headline = "The averages are whole numbers.",
      when = "the sum is divided as a whole number.",
      rule = "A whole-number division cuts off the fraction: -1 div 3 is 0.",
      hint = 2)
  public static final class WholeNumberDivision implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "sum(celsius) div count(*)");
    }
  }

  @Misconception(
      headline = "The averages are rounded.",
      when = "the mean is rounded to full degrees.",
      rule = "The task asks for the mean as it is; rounding is for whoever shows it.")
  public static final class Rounded implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "round(avg(celsius))");
    }
  }

  @Misconception(
      headline = "The averages have two decimals.",
      when = "the mean is rounded to hundredths.",
      rule = "The task asks for the mean as it is; rounding is for whoever shows it.")
  public static final class RoundedToHundredths implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "round(avg(celsius), 2)");
    }
  }

  @Misconception(
      headline = "The averages are whole numbers, and those below zero too low.",
      when = "the mean is cut with floor.",
      rule = "A whole number has lost the fraction, in whichever direction it was rounded.")
  public static final class Floor implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "floor(avg(celsius))");
    }
  }

  @Misconception(
      headline = "The reading in the middle is not the average.",
      when = "the median is taken.",
      rule = "A mean is moved by every reading, a median only by those in the middle.")
  public static final class Median implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "median(celsius)");
    }
  }

  @Misconception(
      headline = "Degrees below zero were averaged as degrees above it.",
      when = "the readings lose their sign.",
      rule = "A temperature may be negative, and draws the mean down.")
  public static final class WithoutSign implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "avg(abs(celsius))");
    }
  }

  @Misconception(
      headline = "Readings of exactly zero were left out.",
      when = "zero is taken for a missing value.",
      rule = "Zero degrees is a temperature like any other; it has its place in sum and count.")
  public static final class SkipsZero implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(
          readings.filter(col("celsius").notEqual(0)), Steps.tenEveryFive(), AVERAGE);
    }
  }

  @Misconception(
      headline = "Zeros became missing values, and a window of zeros has no average at all.",
      when = "zero is turned into null before averaging.",
      rule = "avg leaves out nulls, and gives null if nothing is left; zero is a reading.")
  public static final class ZeroIsNull implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "avg(nullif(celsius, 0))");
    }
  }

  @Misconception(
      headline = "Readings below zero were left out.",
      when = "negative values are taken for errors.",
      rule = "A temperature may be negative; drop only what the task calls wrong.")
  public static final class SkipsNegative implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(readings.filter(col("celsius").geq(0)), Steps.tenEveryFive(), AVERAGE);
    }
  }

  @Misconception(
      headline = "Equal readings were counted once.",
      when = "the readings of a window are kept as a set.",
      rule = "Two readings that show the same temperature are two readings.")
  public static final class DistinctReadings implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "collect_set(celsius)")
          .withColumn(
              "average",
              expr("aggregate(average, 0D, (sum, it) -> sum + it, sum -> sum / size(average))"));
    }
  }

  @Misconception(
      headline = "Of equal readings at the same moment only one was counted.",
      when = "the readings of a window are kept as a set, each with its time.",
      rule = "Two readings may have the same time and temperature, and are two readings.")
  public static final class DistinctTimesAndReadings implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "collect_set(struct(event_time, celsius))")
          .withColumn(
              "average",
              expr(
                  "aggregate(average, 0D, (sum, it) -> sum + it.celsius,"
                      + " sum -> sum / size(average))"));
    }
  }

  @Misconception(
      headline = "The middle between coldest and warmest is not the average.",
      when = "only the least and the greatest reading are kept.",
      rule = "Each reading of the window weighs the same; the mean needs all of them.")
  public static final class MidRange implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "(min(celsius) + max(celsius)) / 2");
    }
  }

  @Misconception(
      headline = "The row shows the newest reading, not the average.",
      when = "the reading with the latest time is taken.",
      rule = "Each reading of the window weighs the same, the first as much as the last.")
  public static final class NewestReading implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "max_by(celsius, event_time)");
    }
  }

  @Misconception(
      headline = "There is one row for ten minutes, where a new window starts every five.",
      when = "the windows follow one another (tumbling) and do not overlap.",
      rule = "A sliding window has a size and a slide; each event lies in size / slide of them.")
  public static final class Tumbling implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(readings, window(col("event_time"), "10 minutes"), AVERAGE);
    }
  }

  @Misconception(
      headline = "An average covers the last five of its ten minutes only.",
      when = "the windows are as long as the slide.",
      rule = "A window of ten minutes looks back ten minutes; five is how often it answers.")
  public static final class SecondHalfOnly implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(readings, window(col("event_time"), "5 minutes"), AVERAGE)
          .withColumn("window_start", expr("window_start - INTERVAL 5 MINUTES"));
    }
  }

  @Misconception(
      headline = "A reading exactly at the end of a window was counted in it, not in the next one.",
      when = "each window holds its end, and not its start.",
      rule = "A window holds its start and not its end: 12:05 lies in 12:05 .. 12:15.")
  public static final class EndIncluded implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(
              readings,
              window(col("event_time"), "10 minutes", "5 minutes", "1 millisecond"),
              AVERAGE)
          .withColumn("window_start", expr("window_start - INTERVAL 1 MILLISECOND"))
          .withColumn("window_end", expr("window_end - INTERVAL 1 MILLISECOND"));
    }
  }

  @Misconception(
      headline = "Spark refuses the window: its slide is longer than its size.",
      when = "size and slide are swapped.",
      rule = "The size comes first: how far to look back. The slide says how often to answer.")
  public static final class SizeAndSlideSwapped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.averages(
          readings, window(col("event_time"), "5 minutes", "10 minutes"), AVERAGE);
    }
  }

  @Misconception(
      headline = "All thermometers were averaged together, under the name of one of them.",
      when = "the readings are grouped by window alone.",
      rule = "An average for each thermometer needs the sensor among the columns grouped by.")
  public static final class SensorNotGrouped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return Steps.bounds(
          readings
              .groupBy(Steps.tenEveryFive().as("window"))
              .agg(expr("min(sensor)").as("sensor"), AVERAGE.as("average")),
          "sensor",
          "average");
    }
  }

  @Misconception(
      headline = "A window came out before it was complete, and again when it changed.",
      when = "rows go out whenever they change (output mode update).",
      rule = "Only append waits until the watermark has passed the end of a window.")
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "avg(celsius)");
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Every batch repeats the whole result.",
      when = "all rows go out each time (output mode complete).",
      rule = "Complete keeps every window for ever and repeats it; only append gives each once.")
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> readings) {
      return averages(readings, "avg(celsius)");
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }
}
