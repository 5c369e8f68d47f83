package kata.flink.lab;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets a job fail in the middle of a story: a checkpoint is taken, one more step is processed, and
 * then the source throws. What has come out since the checkpoint is taken back, as a sink does that
 * writes in transactions.
 */
final class Failure implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Failure> OPEN = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final int stepsBefore;
  private transient Supplier<CompletableFuture<?>> checkpoint;
  private transient Outputs outputs;
  private transient boolean happened;
  private transient volatile Throwable refused;

  /**
   * Prepares a failure.
   *
   * @param steps how many the story has, at least two
   */
  Failure(int steps) {
    this.stepsBefore = steps / 2;
  }

  /**
   * Lets the job fail when it runs.
   *
   * @param checkpoint takes one, and is done when it is complete
   * @param outputs what has come out
   */
  void arm(Supplier<CompletableFuture<?>> checkpoint, Outputs outputs) {
    this.checkpoint = checkpoint;
    this.outputs = outputs;
    OPEN.put(id, this);
  }

  /** Returns what is done when a source may go on that has read so many steps. */
  static CompletableFuture<Void> prepare(Failure failure, int steps) {
    Failure open = failure == null ? null : OPEN.get(failure.id);
    return open == null || open.happened || steps != open.stepsBefore
        ? CompletableFuture.completedFuture(null)
        : open.checkpoint.get().handle((ok, problem) -> open.checkpointed(problem));
  }

  private Void checkpointed(Throwable problem) {
    refused = problem;
    outputs.commit();
    return null;
  }

  /**
   * Fails if a source has read one step more than before the checkpoint, for the first time.
   *
   * @throws IllegalStateException also if there is no checkpoint, for the reason of its cause
   */
  static void happen(Failure failure, int steps) {
    Failure open = failure == null ? null : OPEN.get(failure.id);
    if (open != null && !open.happened) {
      open.happenAt(steps);
    }
  }

  private void happenAt(int steps) {
    if (steps == 0) {
      // A job that has failed by itself begins again.
      refused = null;
    } else if (refused != null) {
      throw new IllegalStateException("There is no checkpoint to go back to.", refused);
    } else if (steps == stepsBefore + 1) {
      happened = true;
      outputs.rollBack();
      throw new IllegalStateException("The lab lets the job fail here.");
    }
  }

  @Override
  public void close() {
    OPEN.remove(id);
  }
}
