package kata.flink.sliding;

import kata.datasets.Reading;
import kata.datasets.SensorAverage;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers, written differently. */
public final class MovingAverageAlternatives {

  private MovingAverageAlternatives() {}

  /** Keeps all readings of a window: right, and dear in state, twice over. */
  public static final class ProcessAll implements StreamJob<Reading, SensorAverage> {

    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return Averaging.averages(readings, Averaging.tenEveryFive());
    }
  }

  /** Makes a sum and a count of one of each reading, and adds up pairs of them. */
  public static final class ReducePairs implements StreamJob<Reading, SensorAverage> {

    /** A sum of readings, and how many they were. */
    public record Part(String sensor, long sum, long count) {}

    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      ReduceFunction<Part> add =
          (a, b) -> new Part(a.sensor(), a.sum() + b.sum(), a.count() + b.count());
      return readings
          .map(reading -> new Part(reading.sensor(), reading.celsius(), 1))
          .keyBy(Part::sensor)
          .window(Averaging.tenEveryFive())
          .reduce(add, new Divide());
    }

    private static final class Divide
        extends ProcessWindowFunction<Part, SensorAverage, String, TimeWindow> {

      @Override
      public void process(
          String sensor, Context context, Iterable<Part> parts, Collector<SensorAverage> out) {
        Part all = parts.iterator().next();
        double mean = all.sum() / (double) all.count();
        out.collect(Averaging.average(context.window(), sensor, mean));
      }
    }
  }

  /** Keeps one sum and count for each five minutes, and puts two of them together at an end. */
  public static final class Panes implements StreamJob<Reading, SensorAverage> {

    @Override
    public DataStream<SensorAverage> build(DataStream<Reading> readings) {
      return readings.keyBy(Reading::sensor).process(new AveragingByHand(0));
    }
  }
}
