package kata.spark.lab;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * What a learner writes in most Spark lessons: the part of a streaming query between source and
 * sink.
 *
 * <p>In a story without watermarks each step is one micro-batch of what arrived, and results are
 * shown at the time that the machine's clock shows in the step. There is one more output then,
 * {@value #PROGRESS}, with a row for each step: what came, the watermark after it, and how many
 * late rows were dropped.
 */
@FunctionalInterface
public interface StreamQuery {

  /** The output that has a row for each step of a story without watermarks. */
  String PROGRESS = "progress";

  /**
   * Builds the query.
   *
   * @param events the clickstream, with the columns {@code event_id}, {@code user_id}, {@code
   *     session_id}, {@code event_type}, {@code page}, {@code event_time} (a timestamp), {@code
   *     country} and {@code device}, or events of another kind, with a column for each component of
   *     their record; its watermark on {@code event_time} is set, except in a story without
   *     watermarks
   * @return the results; the lab starts the query and collects what each micro-batch gives out
   */
  Dataset<Row> build(Dataset<Row> events);

  /**
   * Returns which rows a micro-batch gives out: by default those that will never change again.
   *
   * @see <a
   *     href="https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#output-modes">Output
   *     modes</a>
   */
  default OutputMode outputMode() {
    return OutputMode.Append();
  }
}
