package kata.spark.lab;

import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * A {@link StreamQuery} that is watched while it runs. Besides its results there is an output
 * {@value #DROPPED}, with one row for each step of the story: what came, and how many rows were
 * dropped.
 */
public interface MonitoredQuery extends StreamQuery {

  /** The output that tells how many rows were dropped. */
  String DROPPED = "dropped";

  /**
   * Returns how many rows one micro-batch dropped because they were late.
   *
   * @param progress what Spark says of the micro-batch when it is done. Its {@code numInputRows}
   *     are one more than the events that came, if there were any: the lab moves the watermark by a
   *     row of its own.
   */
  long dropped(StreamingQueryProgress progress);
}
