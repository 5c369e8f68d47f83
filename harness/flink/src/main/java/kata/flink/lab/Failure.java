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
  private static final int NEVER = -1;

  private final String id = UUID.randomUUID().toString();
  private final int stepsBefore;
  private transient Supplier<CompletableFuture<?>> checkpoint;
  private transient Outputs outputs;
  private transient boolean happened;
  private transient volatile Throwable refused;

  private Failure(int stepsBefore) {
    this.stepsBefore = stepsBefore;
  }

  /** Returns a failure that does not come. */
  static Failure never() {
    return new Failure(NEVER);
  }

  /**
   * Returns a failure in the middle of a story.
   *
   * @param steps how many the story has, at least two
   */
  static Failure inTheMiddleOf(int steps) {
    return new Failure(steps / 2);
  }

  boolean comes() {
    return stepsBefore != NEVER;
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
  CompletableFuture<Void> prepare(int steps) {
    Failure armed = OPEN.get(id);
    return armed == null || armed.happened || steps != stepsBefore
        ? CompletableFuture.completedFuture(null)
        : armed.checkpoint.get().handle((ok, problem) -> armed.checkpointed(problem));
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
  void happen(int steps) {
    Failure armed = OPEN.get(id);
    if (armed != null && !armed.happened) {
      armed.happenAt(steps);
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
