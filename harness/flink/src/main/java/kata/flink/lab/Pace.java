package kata.flink.lab;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets a source wait after each step of a story until the step's watermark has come out at the end
 * of the job. Where two inputs meet, or several threads share an operator, one of them would
 * otherwise run ahead of the other as far as the threads of the moment let it, and the same story
 * would not give the same transcript again.
 */
final class Pace implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Pace> OPEN = new ConcurrentHashMap<>();

  /** A job that swallows watermarks goes on after this time, which a slow machine may need. */
  private static final long PATIENCE_MILLIS = 3_000;

  /** The patience with a job that has swallowed a watermark before. */
  private static final long LITTLE_PATIENCE_MILLIS = 300;

  private final String id = UUID.randomUUID().toString();
  private transient long reached;
  private transient long awaited;
  private transient boolean swallowed;
  private transient CompletableFuture<Void> arrival;

  /** Starts to keep pace; until then nobody waits. */
  void keep() {
    forget();
    OPEN.put(id, this);
  }

  /** A job begins, perhaps for the second time: nothing has come out of it yet. */
  static void begin(Pace pace) {
    Pace open = pace == null ? null : OPEN.get(pace.id);
    if (open != null) {
      open.forget();
    }
  }

  private synchronized void forget() {
    reached = Long.MIN_VALUE;
    arrival = CompletableFuture.completedFuture(null);
  }

  /** Takes note of a watermark at the end of the job. */
  static void reached(Pace pace, long watermark) {
    Pace open = pace == null ? null : OPEN.get(pace.id);
    if (open != null) {
      open.arrived(watermark);
    }
  }

  /** Returns what is done when a watermark has come out, or when that takes too long. */
  static CompletableFuture<Void> after(Pace pace, long watermark) {
    Pace open = pace == null ? null : OPEN.get(pace.id);
    return open == null ? CompletableFuture.completedFuture(null) : open.await(watermark);
  }

  private synchronized void arrived(long watermark) {
    reached = Math.max(reached, watermark);
    if (reached >= awaited) {
      swallowed = false;
      arrival.complete(null);
    }
  }

  private synchronized CompletableFuture<Void> await(long watermark) {
    if (reached >= watermark) {
      return CompletableFuture.completedFuture(null);
    }
    long patience = swallowed ? LITTLE_PATIENCE_MILLIS : PATIENCE_MILLIS;
    swallowed = true;
    awaited = watermark;
    arrival =
        new CompletableFuture<Void>().completeOnTimeout(null, patience, TimeUnit.MILLISECONDS);
    return arrival;
  }

  @Override
  public void close() {
    OPEN.remove(id);
  }
}
