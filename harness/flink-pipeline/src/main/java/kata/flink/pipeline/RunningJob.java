package kata.flink.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.FileUtils;

/**
 * A pipeline that runs, until it is closed. Every method waits for its outcome, for as long as the
 * job lives, and throws what made it fail.
 */
final class RunningJob implements AutoCloseable {

  private static final int PAUSE_MILLIS = 10;

  /**
   * How many checkpoints it takes until the first one is committed everywhere. A task hears of its
   * completion by mail, for which it looks before it reads on. The mail is there before the barrier
   * of the second one; but a task that has just looked reads that barrier first. That of the third
   * one it cannot read before it has looked again.
   */
  private static final int CHECKPOINTS = 3;

  /**
   * What a database says when it has hung up, when the line is dead, and when another try may
   * succeed. https://www.postgresql.org/docs/17/errcodes-appendix.html
   */
  private static final Set<String> PASSING = Set.of("57P01", "08003", "08006", "40001");

  private final MiniCluster cluster;
  private final StreamGraph job;
  private final SourceWatch watch;
  private final int sources;
  private final boolean checkpointed;
  private final boolean unaligned;
  private final Path savepoints;
  private int crashes;

  /**
   * Starts a job.
   *
   * @param sources how many of its sources are watched
   */
  RunningJob(MiniCluster cluster, StreamGraph job, SourceWatch watch, int sources)
      throws Exception {
    this.cluster = cluster;
    this.job = job;
    this.watch = watch;
    this.sources = sources;
    this.checkpointed = job.getCheckpointConfig().isCheckpointingEnabled();
    this.unaligned = job.getCheckpointConfig().isUnalignedCheckpointsEnabled();
    this.savepoints = Files.createTempDirectory("kata-savepoints");
    cluster.submitJob(job).get();
  }

  /** The sources emit all that was sent, and every strategy sees what time it is in the story. */
  void readAll() throws Exception {
    until(() -> watch.hasRead(sources));
    watch.tick();
    until(watch::hasTicked);
  }

  /** Every operator and every sink has dealt with all that the sources have emitted. */
  void settle() throws Exception {
    // Barriers push everything before them to the sinks. Unlike a checkpoint, a savepoint commits
    // nothing, and the job does not go back to it after a failure.
    // https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/ops/state/checkpoints_vs_savepoints/
    completed(
        () ->
            cluster.triggerSavepoint(
                job.getJobID(), savepoints.toUri().toString(), false, SavepointFormatType.NATIVE));
  }

  /**
   * A checkpoint completes, and what it commits is committed. A job without checkpoints only
   * settles.
   */
  void checkpoint() throws Exception {
    if (!checkpointed || unaligned) {
      // The barriers of a savepoint overtake nothing, even where those of a checkpoint may.
      settle();
    }
    if (!checkpointed) {
      return;
    }
    for (int i = 0; i < CHECKPOINTS; i++) {
      completed(() -> cluster.triggerCheckpoint(job.getJobID(), CheckpointType.CONFIGURED));
    }
  }

  /** The job fails when all is written and no checkpoint has completed yet, and starts again. */
  void crash() throws Exception {
    settle();
    crashes++;
    watch.fail();
    until(() -> watch.isAssigned(sources));
  }

  /** The job fails as in {@link #crash}; returns whether it has given up, or starts again. */
  boolean givesUp() throws Exception {
    settle();
    watch.fail();
    while (!watch.isAssigned(sources)) {
      if (cluster.getJobStatus(job.getJobID()).get() == JobStatus.FAILED) {
        return true;
      }
      watch.pause(PAUSE_MILLIS);
    }
    return false;
  }

  /** A checkpoint begins and the job fails in it, when all is written, and starts again. */
  void crashInCheckpoint() throws Exception {
    if (!checkpointed) {
      crash();
      return;
    }
    settle();
    watch.failAtCheckpoint();
    cluster
        .triggerCheckpoint(job.getJobID(), CheckpointType.CONFIGURED)
        .exceptionally(asItShould -> null);
    until(() -> watch.isAssigned(sources));
  }

  private <T> void completed(Callable<CompletableFuture<T>> trigger) throws Exception {
    until(
        () -> {
          // After a failure that nobody has asked for, such as one of the database, a job reads
          // again what it had read.
          if (!watch.hasRead(sources)) {
            return false;
          }
          try {
            trigger.call().get();
            return true;
          } catch (ExecutionException e) {
            return false;
          }
        });
  }

  private void until(Callable<Boolean> outcome) throws Exception {
    while (!outcome.call()) {
      demandAlive();
      watch.pause(PAUSE_MILLIS);
    }
  }

  private void demandAlive() throws Exception {
    AccessExecutionGraph now = cluster.getExecutionGraph(job.getJobID()).get();
    ErrorInfo failure = now.getFailureInfo();
    if (failure != null) {
      Throwable thrown = failure.getException().deserializeError(getClass().getClassLoader());
      if (!isPartOfAStory(thrown)) {
        ExceptionUtils.rethrowException(thrown);
      }
      if (now.getState() == JobStatus.FAILED) {
        throw new LearnerMistake(
            crashes < 2
                ? "Your pipeline failed once and did not start again."
                : "Your pipeline failed %d times and did not start again.".formatted(crashes),
            checkpointed
                ? "Its restart strategy allows no further restart."
                : "Without checkpoints Flink has nothing to go back to, and does not restart a"
                    + " job.");
      }
    }
    if (now.getState() == JobStatus.FINISHED) {
      throw new LearnerMistake(
          "Your pipeline came to an end, and a topic does not.",
          "Leave out setBounded: a bounded source stops where the topic ended when it started.");
    }
  }

  private static boolean isPartOfAStory(Throwable thrown) {
    return ExceptionUtils.findThrowable(thrown, Outage.class).isPresent()
        || ExceptionUtils.findThrowable(thrown, SQLException.class)
            .filter(sql -> PASSING.contains(String.valueOf(sql.getSQLState())))
            .isPresent();
  }

  /** Stops the job and forgets it. */
  @Override
  public void close() throws IOException {
    cluster.cancelJob(job.getJobID()).exceptionally(alreadyOver -> null).join();
    cluster.requestJobResult(job.getJobID()).join();
    FileUtils.deleteDirectory(savepoints.toFile());
  }
}
