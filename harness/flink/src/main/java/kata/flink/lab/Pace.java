package kata.flink.lab;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets a source wait after each step of a story until the step's watermark has come out at the end
 * of the job. Where two inputs meet, one of them would otherwise run ahead of the other as far as
 * the threads of the moment let it, and the same story would not give the same transcript again.
 */
final class Pace implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Pace> OPEN = new ConcurrentHashMap<>();

  /**
   * A job that swallows watermarks goes on after this time; nothing that it emits depends on it.
   */
  private static final long PATIENCE_MILLIS = 300;

  private final String id = UUID.randomUUID().toString();
  private transient long reached;
  private transient long awaited;
  private transient CompletableFuture<Void> arrival;

  /** Starts to keep pace for one job. */
  static Pace keep() {
    Pace pace = new Pace();
    pace.reached = Long.MIN_VALUE;
    pace.arrival = CompletableFuture.completedFuture(null);
    OPEN.put(pace.id, pace);
    return pace;
  }

  private Pace() {}

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
      arrival.complete(null);
    }
  }

  private synchronized CompletableFuture<Void> await(long watermark) {
    if (reached >= watermark) {
      return CompletableFuture.completedFuture(null);
    }
    awaited = watermark;
    arrival =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    return arrival;
  }

  @Override
  public void close() {
    OPEN.remove(id);
  }
}
