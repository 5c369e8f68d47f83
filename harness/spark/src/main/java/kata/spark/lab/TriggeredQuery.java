package kata.spark.lab;

import org.apache.spark.sql.streaming.Trigger;

/**
 * A {@link StreamQuery} whose trigger the learner chooses; it is played in stories without
 * watermarks, on the clock of the story. The lab starts it when the first events have arrived, and
 * starts it again, from its checkpoint, whenever it has ended by itself and the story goes on.
 *
 * <p>Besides the results, which are shown at the moment at which they came out, there is an output
 * {@value #BATCHES}. It has one row for each micro-batch: its number, how often the query had been
 * started by then (run), how many events it took (rows), the watermark that it began with, and how
 * many late rows it dropped. What arrives at the very moment of a trigger is seen by the next one.
 */
public interface TriggeredQuery extends StreamQuery {

  /** The output that has a row for each micro-batch. */
  String BATCHES = "batch";

  /**
   * Returns what starts a micro-batch.
   *
   * @see <a
   *     href="https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#triggers">Triggers</a>
   */
  Trigger trigger();
}
