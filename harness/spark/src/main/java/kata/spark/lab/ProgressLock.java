package kata.spark.lab;

import org.apache.spark.sql.execution.streaming.MicroBatchExecution;
import org.apache.spark.sql.execution.streaming.StreamingQueryWrapper;
import org.apache.spark.sql.streaming.StreamingQuery;
import scala.runtime.AbstractFunction0;

/** Keeps a query that runs from beginning a micro-batch. */
public final class ProgressLock {

  private ProgressLock() {}

  /**
   * Lets something arrive that one micro-batch has to see together: in several sources, or in
   * several partitions of one.
   *
   * @param query one that runs micro-batches
   */
  public static void hold(StreamingQuery query, Runnable arrivals) {
    ((MicroBatchExecution) ((StreamingQueryWrapper) query).streamingQuery())
        .withProgressLocked(
            new AbstractFunction0<Void>() {
              @Override
              public Void apply() {
                arrivals.run();
                return null;
              }
            });
  }
}
