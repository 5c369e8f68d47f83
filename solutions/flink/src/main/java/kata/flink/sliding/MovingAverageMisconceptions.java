package kata.flink.sliding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kata.datasets.Reading;
import kata.datasets.SensorAverage;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they average over sliding windows. */
public final class MovingAverageMisconceptions {

  private MovingAverageMisconceptions() {}

  private static DataStream<SensorAverage> averages(
      DataStream<Reading> readings, Averaging.Formula formula) {
    return Averaging.averages(readings, Averaging.tenEveryFive(), formula);
  }

  private static double median(List<Integer> celsius) {
    List<Integer> sorted = celsius.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }

  private static long notZero(List<Integer> celsius) {
    return celsius.stream().filter(it -> it != 0).count();
  }

  @Misconception(
      headline = "Nothing came out: your windows do not look at event time.",
      when = "the windows follow the clock of the machine (processing time).",
      rule = "Processing time asks when the machine saw an event; only event time can be replayed.")
  public static final class ProcessingTime implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(
          readings, SlidingProcessingTimeWindows.of(Averaging.SIZE, Averaging.SLIDE));
    }
  }

  @Misconception(
      headline = "The temperatures of a window were added up, not averaged.",
      when = "the readings are summed.",
      rule = "A mean is the sum divided by the number of readings: keep both.")
  public static final class SumOnly implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> Averaging.mean(all) * all.size());
    }
  }

  @Misconception(
      headline = "Means of five minutes were averaged, whatever number of readings they had.",
      when = "the mean of a window is the mean of the means of its parts.",
      rule = "A mean of means weighs few readings like many: add up sums and counts, then divide.",
      hint = 2)
  public static final class MeanOfMeans implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(readings, TumblingEventTimeWindows.of(Averaging.SLIDE))
          .keyBy(SensorAverage::sensor)
          .window(Averaging.tenEveryFive())
          .process(new MeanOfRows());
    }

    private static final class MeanOfRows
        extends ProcessWindowFunction<SensorAverage, SensorAverage, String, TimeWindow> {
      @Override
      public void process(
          String sensor,
          Context context,
          Iterable<SensorAverage> parts,
          Collector<SensorAverage> out) {
        double sum = 0;
        int count = 0;
        for (SensorAverage part : parts) {
          sum += part.average();
          count++;
        }
        out.collect(Averaging.average(context.window(), sensor, sum / count));
      }
    }
  }

  @Misconception(
      headline = "The average of two readings is right, that of three leans to the last one.",
      when = "each reading is averaged with the average so far.",
      rule = "Halving again and again gives the last reading the most weight: keep sum and count.",
      hint = 2)
  public static final class AveragesPairwise implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(
          readings,
          all -> all.stream().map(Double::valueOf).reduce((a, b) -> (a + b) / 2).orElseThrow());
    }
  }

  @Misconception(
      headline = "The averages are whole numbers.",
      when = "the sum is divided as a whole number.",
      rule = "Dividing two whole numbers cuts off the fraction: -1 / 3 is 0.",
      hint = 2)
  public static final class WholeNumberDivision implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(
          readings, all -> (double) (all.stream().mapToInt(it -> it).sum() / all.size()));
    }
  }

  @Misconception(
      headline = "The averages are rounded.",
      when = "the mean is rounded to full degrees.",
      rule = "The task asks for the mean as it is; rounding is for whoever shows it.")
  public static final class Rounded implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> (double) Math.round(Averaging.mean(all)));
    }
  }

  @Misconception(
      headline = "The averages have two decimals.",
      when = "the mean is rounded to hundredths.",
      rule = "The task asks for the mean as it is; rounding is for whoever shows it.")
  public static final class RoundedToHundredths implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> Math.round(Averaging.mean(all) * 100) / 100.0);
    }
  }

  @Misconception(
      headline = "The averages are whole numbers, and those below zero too low.",
      when = "the sum is divided with floorDiv.",
      rule = "A whole-number division loses the fraction, in whichever direction it rounds.")
  public static final class FloorDivision implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(
          readings,
          all -> (double) Math.floorDiv(all.stream().mapToInt(it -> it).sum(), all.size()));
    }
  }

  @Misconception(
      headline = "The reading in the middle is not the average.",
      when = "the median is taken.",
      rule = "A mean is moved by every reading, a median only by those in the middle.")
  public static final class Median implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, MovingAverageMisconceptions::median);
    }
  }

  @Misconception(
      headline = "Degrees below zero were averaged as degrees above it.",
      when = "the readings lose their sign.",
      rule = "A temperature may be negative, and draws the mean down.")
  public static final class WithoutSign implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> Averaging.mean(all.stream().map(Math::abs).toList()));
    }
  }

  @Misconception(
      headline = "Zeros were not counted, and windows with nothing but zeros average to zero.",
      when = "the sum is divided by how many readings are not zero.",
      rule = "Zero degrees is a temperature like any other; it has its place in sum and count.")
  public static final class ZerosDoNotCount implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(
          readings, all -> Averaging.mean(all) * all.size() / Math.max(1, notZero(all)));
    }
  }

  @Misconception(
      headline = "Readings of exactly zero were left out.",
      when = "zero is taken for a missing value.",
      rule = "Zero degrees is a temperature like any other; it has its place in sum and count.")
  public static final class SkipsZero implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(
          readings.filter(reading -> reading.celsius() != 0), Averaging.tenEveryFive());
    }
  }

  @Misconception(
      headline = "Readings below zero were left out.",
      when = "negative values are taken for errors.",
      rule = "A temperature may be negative; drop only what the task calls wrong.")
  public static final class SkipsNegative implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(
          readings.filter(reading -> reading.celsius() >= 0), Averaging.tenEveryFive());
    }
  }

  @Misconception(
      headline = "Every average lies too close to zero.",
      when = "the count of a window begins at one.",
      rule = "An empty window has sum zero and count zero: it must not count as a reading.",
      hint = 2)
  public static final class CountStartsAtOne implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> Averaging.mean(all) * all.size() / (all.size() + 1));
    }
  }

  @Misconception(
      headline = "Equal readings were counted once.",
      when = "the readings of a window are kept as a set.",
      rule = "Two readings that show the same temperature are two readings.")
  public static final class DistinctReadings implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> Averaging.mean(List.copyOf(new HashSet<>(all))));
    }
  }

  @Misconception(
      headline = "The row shows the newest reading, not the average.",
      when = "a later reading replaces the ones before it.",
      rule = "Each reading of the window weighs the same, the first as much as the last.")
  public static final class LastReading implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(readings, all -> (double) all.get(all.size() - 1));
    }
  }

  @Misconception(
      headline = "The middle between coldest and warmest is not the average.",
      when = "only the least and the greatest reading are kept.",
      rule = "Each reading of the window weighs the same; the mean needs all of them.")
  public static final class MidRange implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return averages(
          readings,
          all ->
              Averaging.mean(
                  Stream.of(
                          all.stream().min(Integer::compare).orElseThrow(),
                          all.stream().max(Integer::compare).orElseThrow())
                      .toList()));
    }
  }

  @Misconception(
      headline = "There is one row for ten minutes, where a new window starts every five.",
      when = "the windows follow one another (tumbling) and do not overlap.",
      rule = "A sliding window has a size and a slide; each event lies in size / slide of them.")
  public static final class Tumbling implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(readings, TumblingEventTimeWindows.of(Averaging.SIZE));
    }
  }

  @Misconception(
      headline = "The windows are five minutes long, and half of the readings are in none of them.",
      when = "size and slide are swapped.",
      rule = "If the slide is longer than the size, windows leave gaps; what falls there is lost.")
  public static final class SizeAndSlideSwapped implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(
          readings, SlidingEventTimeWindows.of(Averaging.SLIDE, Averaging.SIZE));
    }
  }

  @Misconception(
      headline = "A new window starts every minute, not every five.",
      when = "the slide is too short.",
      rule = "The slide is the time between two answers; the size is how far each looks back.")
  public static final class SlideTooShort implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(
          readings, SlidingEventTimeWindows.of(Averaging.SIZE, Duration.ofMinutes(1)));
    }
  }

  @Misconception(
      headline = "An average covers the last five of its ten minutes only.",
      when = "readings of the first half of a window are left out.",
      rule = "A window of ten minutes looks back ten minutes; five is how often it answers.")
  public static final class SecondHalfOnly implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(readings, TumblingEventTimeWindows.of(Averaging.SLIDE))
          .map(
              row ->
                  new SensorAverage(
                      row.windowEnd().minus(Averaging.SIZE),
                      row.windowEnd(),
                      row.sensor(),
                      row.average()));
    }
  }

  @Misconception(
      headline = "All thermometers were averaged together, under the name of one of them.",
      when = "the stream is windowed as a whole, without a key.",
      rule = "An average for each thermometer needs a stream that is partitioned by sensor.")
  public static final class NoKey implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return readings.windowAll(Averaging.tenEveryFive()).process(new MeanOfAll());
    }

    private static final class MeanOfAll
        extends ProcessAllWindowFunction<Reading, SensorAverage, TimeWindow> {
      @Override
      public void process(
          Context context, Iterable<Reading> readings, Collector<SensorAverage> out) {
        double sum = 0;
        int count = 0;
        for (Reading reading : readings) {
          sum += reading.celsius();
          count++;
        }
        String sensor = readings.iterator().next().sensor();
        out.collect(Averaging.average(context.window(), sensor, sum / count));
      }
    }
  }

  @Misconception(
      headline = "Windows and thermometers share one sum.",
      when = "every window gets the same accumulator object, which is changed in place.",
      rule = "Each window starts from nothing: a new accumulator is a new object.",
      hint = 3)
  public static final class SharedAccumulator implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return readings
          .keyBy(Reading::sensor)
          .window(Averaging.tenEveryFive())
          .aggregate(new Shared(), new Label());
    }

    private static final class Shared implements AggregateFunction<Reading, long[], Double> {

      private final long[] sumAndCount = new long[2];

      @Override
      public long[] createAccumulator() {
        return sumAndCount;
      }

      @Override
      public long[] add(Reading reading, long[] all) {
        all[0] += reading.celsius();
        all[1]++;
        return all;
      }

      @Override
      public Double getResult(long[] all) {
        return (double) all[0] / all[1];
      }

      @Override
      public long[] merge(long[] a, long[] b) {
        return a;
      }
    }

    private static final class Label
        extends ProcessWindowFunction<Double, SensorAverage, String, TimeWindow> {
      @Override
      public void process(
          String sensor, Context context, Iterable<Double> means, Collector<SensorAverage> out) {
        out.collect(Averaging.average(context.window(), sensor, means.iterator().next()));
      }
    }
  }

  @Misconception(
      headline = "An average came out for every reading, not one for every window.",
      when = "the average is a running one, without a window.",
      rule = "Without a window each event updates the answer; a window answers once and forgets.")
  public static final class RunningAverage implements StreamJob<Reading, SensorAverage> {

    /** A sum of readings, how many they were, and the window of the last one. */
    public record Part(SensorAverage row, long count) {}

    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      ReduceFunction<Part> add =
          (a, b) ->
              new Part(
                  new SensorAverage(
                      b.row().windowStart(),
                      b.row().windowEnd(),
                      b.row().sensor(),
                      (a.row().average() * a.count() + b.row().average()) / (a.count() + 1)),
                  a.count() + 1);
      return readings
          .map(RunningAverage::first)
          .keyBy(part -> part.row().sensor())
          .reduce(add)
          .map(Part::row);
    }

    private static Part first(Reading reading) {
      long slide = Averaging.SLIDE.toMillis();
      long start = reading.eventTime().toEpochMilli() / slide * slide;
      TimeWindow window = new TimeWindow(start, start + Averaging.SIZE.toMillis());
      return new Part(Averaging.average(window, reading.sensor(), reading.celsius()), 1);
    }
  }

  @Misconception(
      headline = "A reading on the end of a window was counted inside.",
      when = "the bounds of the window are chosen with the wrong comparison.",
      rule = "A window is [start, end): a reading at 12:10:00 is outside of 12:00 .. 12:10.")
  public static final class InclusiveEnd implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return readings.keyBy(Reading::sensor).process(new AveragingByHand(1));
    }
  }

  @Misconception(
      headline = "Windows that had come out already came out once more.",
      when = "lateness is allowed, and a late reading fires its closed windows again.",
      rule =
          "With allowed lateness each late event repeats its rows; this task wants one row only.")
  public static final class LatenessAllowed implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return readings
          .keyBy(Reading::sensor)
          .window(Averaging.tenEveryFive())
          .allowedLateness(Averaging.SIZE)
          .process(new Averaging.Apply(Averaging::mean));
    }
  }

  @Misconception(
      headline = "A late reading is missing from a window that was still open.",
      when = "an event counts as late as soon as it is older than the watermark.",
      rule = "Lateness is judged for each window: an event may miss one and count in the next.")
  public static final class DropsBehindWatermark implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(readings.process(new DropLate()), Averaging.tenEveryFive());
    }

    private static final class DropLate extends ProcessFunction<Reading, Reading> {
      @Override
      public void processElement(Reading reading, Context context, Collector<Reading> out) {
        if (context.timestamp() > context.timerService().currentWatermark()) {
          out.collect(reading);
        }
      }
    }
  }

  @Misconception(
      headline = "What had been read in the open windows was lost when the job failed.",
      when = "the readings are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class ReadingsInField implements StreamJob<Reading, SensorAverage> {
    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return readings.keyBy(Reading::sensor).process(new AverageByEnd());
    }

    private static final class AverageByEnd
        extends KeyedProcessFunction<String, Reading, SensorAverage> {

      private final Map<Tuple2<String, Long>, List<Integer>> celsius = new HashMap<>();

      @Override
      public void processElement(Reading reading, Context context, Collector<SensorAverage> out) {
        long slide = Averaging.SLIDE.toMillis();
        long first = Math.floorDiv(context.timestamp(), slide) * slide + slide;
        for (long end = first; end < first + Averaging.SIZE.toMillis(); end += slide) {
          if (end - 1 > context.timerService().currentWatermark()) {
            celsius
                .computeIfAbsent(Tuple2.of(reading.sensor(), end), it -> new ArrayList<>())
                .add(reading.celsius());
            context.timerService().registerEventTimeTimer(end - 1);
          }
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<SensorAverage> out) {
        String sensor = context.getCurrentKey();
        List<Integer> read = celsius.remove(Tuple2.of(sensor, time + 1));
        if (read != null) {
          Instant end = Instant.ofEpochMilli(time + 1);
          out.collect(
              new SensorAverage(end.minus(Averaging.SIZE), end, sensor, Averaging.mean(read)));
        }
      }
    }
  }
}
