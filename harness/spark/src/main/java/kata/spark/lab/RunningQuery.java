package kata.spark.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.streaming.AvailableNowTrigger$;
import org.apache.spark.sql.execution.streaming.OneTimeTrigger$;
import org.apache.spark.sql.execution.streaming.ProcessingTimeTrigger;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.apache.spark.sql.streaming.Trigger;
import scala.Option;
import scala.collection.immutable.Map$;

/**
 * A streaming query on the clock of a story, with its trigger and its checkpoint. One that has
 * ended by itself is started again when something arrives, as a scheduler would do it.
 */
final class RunningQuery implements AutoCloseable {

  /** The folder of all checkpoints, which is empty while nothing is played. */
  static final String CHECKPOINTS = "memory:/plays";

  /** The usual trigger: a micro-batch begins as soon as there is something to do. */
  static final Trigger AT_ONCE = Trigger.ProcessingTime(0);

  /**
   * What a query did at one moment.
   *
   * @param at what the clock showed
   * @param run how often the query had been started by then
   * @param rows what came out
   * @param batches the micro-batches that were run
   */
  record Outcome(Instant at, int run, List<Row> rows, List<StreamingQueryProgress> batches) {}

  private final String checkpoint = CHECKPOINTS + "/" + UUID.randomUUID();
  private final TranscriptSink sink = new TranscriptSink();
  private final Dataset<Row> results;
  private final OutputMode mode;
  private final Trigger trigger;
  private final StoryClock clock;
  private StreamingQuery query;
  private int runs;
  private long lastBatch = -1;
  private List<Outcome> outcomes = new ArrayList<>();

  /**
   * Prepares a query; the first step starts it.
   *
   * @param start what the clock shows until then
   */
  RunningQuery(Dataset<Row> results, OutputMode mode, Trigger trigger, Instant start) {
    this.results = results;
    this.mode = mode;
    this.trigger = trigger;
    this.clock = new StoryClock(start);
  }

  /** Returns whether the lab can let a query run with this trigger. */
  static boolean knows(Trigger trigger) {
    return trigger instanceof ProcessingTimeTrigger || ends(trigger);
  }

  private static boolean ends(Trigger trigger) {
    return trigger == AvailableNowTrigger$.MODULE$ || trigger == OneTimeTrigger$.MODULE$;
  }

  /**
   * Plays one step: lets the query run until the clock shows the step's moment, and then what has
   * arrived be seen. A query that takes what is there runs a micro-batch, and one without data if
   * the watermark has moved; one that waits for its trigger may leave it for later.
   *
   * @param now what the clock shows in the end
   * @param arrivals adds the arrivals to the source
   * @return what was done at each moment, the last of them {@code now}
   * @throws StreamingQueryException if the query failed
   */
  List<Outcome> step(Instant now, Runnable arrivals)
      throws StreamingQueryException, TimeoutException, InterruptedException {
    outcomes = new ArrayList<>();
    if (isAlive() && waits()) {
      runUpTo(now);
    }
    clock.set(now);
    if (isAlive()) {
      ProgressLock.hold(query, arrivals);
    } else {
      arrivals.run();
      start();
    }
    settleAgainAfterFailure();
    return outcomes;
  }

  /** Lets the next micro-batch fail when its rows are there; it is run again at once. */
  void failNext() {
    sink.failNext();
  }

  private void settleAgainAfterFailure()
      throws StreamingQueryException, TimeoutException, InterruptedException {
    try {
      settle();
    } catch (StreamingQueryException e) {
      if (!isOurs(e)) {
        throw e;
      }
      start();
      settle();
    }
  }

  private static boolean isOurs(Throwable thrown) {
    return thrown instanceof TranscriptSink.Failure
        || thrown.getCause() != null && isOurs(thrown.getCause());
  }

  private boolean isAlive() {
    return query != null && query.isActive();
  }

  /** Returns whether the query sleeps between its triggers. */
  private boolean waits() {
    return trigger instanceof ProcessingTimeTrigger every && every.intervalMs() > 0;
  }

  private void runUpTo(Instant now) throws StreamingQueryException, InterruptedException {
    boolean restless = true;
    Optional<Instant> alarm = clock.awaitSleep(query::isActive);
    while (alarm.isPresent() && !alarm.get().isAfter(now)) {
      // A query that had nothing to do has nothing to do until more arrives.
      clock.set(restless ? alarm.get() : now);
      long before = lastBatch;
      settle();
      restless = lastBatch > before;
      alarm = clock.awaitSleep(query::isActive);
    }
  }

  private void start() throws TimeoutException {
    runs++;
    // The call behind DataStreamWriter.start(), which lets neither clock nor sink be given.
    query =
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
                true,
                trigger,
                clock,
                Option.empty(),
                Option.empty());
  }

  private void settle() throws StreamingQueryException, InterruptedException {
    if (ends(trigger)) {
      query.awaitTermination();
    } else if (waits()) {
      clock.awaitSleep(query::isActive);
    } else {
      query.processAllAvailable();
    }
    if (query.exception().isDefined()) {
      throw query.exception().get();
    }
    // Now and then Spark reports that it has nothing to do, under the number of the next batch.
    List<StreamingQueryProgress> batches =
        Arrays.stream(query.recentProgress())
            .filter(it -> it.batchId() > lastBatch && it.durationMs().containsKey("addBatch"))
            .toList();
    if (!batches.isEmpty()) {
      lastBatch = batches.get(batches.size() - 1).batchId();
    }
    outcomes.add(new Outcome(clock.now(), runs, sink.take(), batches));
  }

  /** Stops the query, and forgets its checkpoint. */
  @Override
  public void close() throws TimeoutException {
    if (query != null) {
      query.stop();
    }
    MemoryCheckpoints.forget(checkpoint);
  }
}
