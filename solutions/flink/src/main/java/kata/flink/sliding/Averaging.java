package kata.flink.sliding;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.Reading;
import kata.datasets.SensorAverage;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to {@link MovingAverage} have in common. */
final class Averaging {

  static final Duration SIZE = Duration.ofMinutes(10);
  static final Duration SLIDE = Duration.ofMinutes(5);

  private Averaging() {}

  /** Makes one value of the temperatures of a window, in arrival order; none if there is no row. */
  interface Formula extends Serializable {
    Double of(List<Integer> celsius);
  }

  static WindowAssigner<Object, TimeWindow> tenEveryFive() {
    return SlidingEventTimeWindows.of(SIZE, SLIDE);
  }

  static double mean(List<Integer> celsius) {
    return celsius.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  static SensorAverage average(TimeWindow window, String sensor, double value) {
    return new SensorAverage(
        Instant.ofEpochMilli(window.getStart()),
        Instant.ofEpochMilli(window.getEnd()),
        sensor,
        value);
  }

  static DataStream<SensorAverage> averages(
      DataStream<Reading> readings, WindowAssigner<Object, TimeWindow> windows) {
    return averages(readings, windows, Averaging::mean);
  }

  static DataStream<SensorAverage> averages(
      DataStream<Reading> readings, WindowAssigner<Object, TimeWindow> windows, Formula formula) {
    return readings.keyBy(Reading::sensor).window(windows).process(new Apply(formula));
  }

  /** Keeps all readings of a window and applies a formula to them at its end. */
  static final class Apply
      extends ProcessWindowFunction<Reading, SensorAverage, String, TimeWindow> {

    private final Formula formula;

    Apply(Formula formula) {
      this.formula = formula;
    }

    @Override
    public void process(
        String sensor, Context context, Iterable<Reading> readings, Collector<SensorAverage> out) {
      List<Integer> celsius = new ArrayList<>();
      readings.forEach(reading -> celsius.add(reading.celsius()));
      Double value = formula.of(celsius);
      if (value != null) {
        out.collect(average(context.window(), sensor, value));
      }
    }
  }
}
