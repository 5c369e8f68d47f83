package kata.flink.sliding;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.Reading;
import kata.datasets.SensorAverage;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Keeps sum and number of the readings of a window, and divides only at its end. */
public final class MovingAverage implements StreamJob<Reading, SensorAverage> {

  @Override
  public DataStream<SensorAverage> build(DataStream<Reading> readings) {
    return readings
        .keyBy(Reading::sensor)
        .window(SlidingEventTimeWindows.of(Duration.ofMinutes(10), Duration.ofMinutes(5)))
        .aggregate(new Mean(), new Label());
  }

  /** What a window has to remember for a mean. */
  record SumAndCount(long sum, long count) {}

  private static final class Mean implements AggregateFunction<Reading, SumAndCount, Double> {

    @Override
    public SumAndCount createAccumulator() {
      return new SumAndCount(0, 0);
    }

    @Override
    public SumAndCount add(Reading reading, SumAndCount before) {
      return new SumAndCount(before.sum() + reading.celsius(), before.count() + 1);
    }

    @Override
    public Double getResult(SumAndCount all) {
      return (double) all.sum() / all.count();
    }

    @Override
    public SumAndCount merge(SumAndCount a, SumAndCount b) {
      return new SumAndCount(a.sum() + b.sum(), a.count() + b.count());
    }
  }

  private static final class Label
      extends ProcessWindowFunction<Double, SensorAverage, String, TimeWindow> {

    @Override
    public void process(
        String sensor, Context context, Iterable<Double> means, Collector<SensorAverage> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new SensorAverage(start, end, sensor, means.iterator().next()));
    }
  }
}
