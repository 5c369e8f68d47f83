package kata.spark.sliding;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every five minutes, average what each thermometer showed in the last ten.
 *
 * <p>The events are temperatures with the columns sensor, event_time, celsius (whole degrees) and
 * event_id; their watermark is set. The windows are ten minutes long, and one starts at every full
 * five minutes. Return one row for each window and thermometer, when the window is complete, with
 * the columns window_start, window_end, sensor and average: the mean of its readings, not rounded.
 * A thermometer without a reading in a window has no row there. A late reading counts in those of
 * its windows that are not complete yet. Read docs/lessons/sliding.md.
 */
public final class MovingAverage implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> readings) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
