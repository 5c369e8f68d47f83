package kata.flink.sliding;

import kata.datasets.Reading;
import kata.datasets.SensorAverage;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Every five minutes, average what each thermometer showed in the last ten.
 *
 * <p>The events are temperatures in whole degrees Celsius. The windows are ten minutes long, and
 * one starts at every full five minutes. Return one row for each window and thermometer, when the
 * window is complete: the mean of its readings, not rounded. A thermometer without a reading in a
 * window has no row there. A late reading counts in those of its windows that are not complete yet.
 * Read docs/lessons/sliding.md.
 */
public final class MovingAverage implements StreamJob<Reading, SensorAverage> {

  @Override
  public DataStream<SensorAverage> build(DataStream<Reading> readings) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
