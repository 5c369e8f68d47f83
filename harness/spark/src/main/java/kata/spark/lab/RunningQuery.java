package kata.spark.lab;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.streaming.MicroBatchExecution;
import org.apache.spark.sql.execution.streaming.StreamingQueryWrapper;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.apache.spark.sql.streaming.Trigger;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.runtime.AbstractFunction0;

/** A streaming query that waits for the next arrivals, with its checkpoint. */
final class RunningQuery implements AutoCloseable {

  /** The folder of all checkpoints, which is empty while nothing is played. */
  static final String CHECKPOINTS = "memory:/plays";

  private final String checkpoint = CHECKPOINTS + "/" + UUID.randomUUID();
  private final TranscriptSink sink = new TranscriptSink();
  private final StoryClock clock;
  private final StreamingQuery query;

  /**
   * Starts a query.
   *
   * @param start what the clock shows until the first step
   */
  RunningQuery(Dataset<Row> results, OutputMode mode, Instant start) throws TimeoutException {
    this.clock = new StoryClock(start);
    // The call behind DataStreamWriter.start(), which lets neither clock nor sink be given.
    this.query =
        results
            .sparkSession()
            .streams()
            .startQuery(
                Option.empty(),
                Option.apply(checkpoint),
                results,
                Map$.MODULE$.empty(),
                sink,
                mode,
                false,
                false,
                Trigger.ProcessingTime(0),
                clock,
                Option.empty(),
                Option.empty());
  }

  /**
   * Plays one step: runs a micro-batch of what has arrived, and one without data if the watermark
   * has moved.
   *
   * @param now what the clock shows
   * @param arrivals adds the arrivals to the source
   * @return the rows that came out
   * @throws StreamingQueryException if the query failed
   */
  List<Row> step(Instant now, Runnable arrivals) throws StreamingQueryException {
    clock.set(now);
    atOnce(arrivals);
    query.processAllAvailable();
    return sink.take();
  }

  /** Adds to several sources what one micro-batch has to see together. */
  private void atOnce(Runnable arrivals) {
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

  /** Returns what Spark said of the micro-batches so far. */
  List<StreamingQueryProgress> batches() {
    return Arrays.asList(query.recentProgress());
  }

  /** Stops the query, and forgets its checkpoint. */
  @Override
  public void close() throws TimeoutException {
    query.stop();
    MemoryCheckpoints.forget(checkpoint);
  }
}
