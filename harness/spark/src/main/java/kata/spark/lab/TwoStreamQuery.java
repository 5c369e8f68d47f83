package kata.spark.lab;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * What a learner writes where two streams of the clickstream come in. The first has what a story
 * lets come from its partition 0, the second the rest; neither has a watermark. The outputs are
 * those of a {@link StreamQuery} in a story without watermarks.
 */
@FunctionalInterface
public interface TwoStreamQuery {

  /**
   * Builds the query.
   *
   * @param first a stream with the columns of the clickstream, as in {@link StreamQuery#build}
   * @param second another stream with the same columns
   * @return the results; the lab starts the query and collects what each micro-batch gives out
   */
  Dataset<Row> build(Dataset<Row> first, Dataset<Row> second);

  /** Returns which rows a micro-batch gives out: by default those that never change again. */
  default OutputMode outputMode() {
    return OutputMode.Append();
  }
}
