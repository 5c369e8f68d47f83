package kata.flink.lab;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Lets a source wait after each step of a story until the step's watermark has come out at all ends
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
  private final transient Map<String, Long> reached = new HashMap<>();
  private transient long awaited;
  private transient boolean swallowed;
  private transient CompletableFuture<Void> arrival;
  private transient Runnable atEnd;
  private transient Map<Long, Long> turned;

  /** Says that a watermark has come out when it has come to this sink, too. */
  synchronized void waitFor(String sink) {
    reached.put(sink, Long.MIN_VALUE);
  }

  /** Says that the watermarks of the steps do not come out themselves, but what becomes of them. */
  void waitForOthers() {
    turned = new HashMap<>();
  }

  /** Says what is to be done when all that comes of the last step has come out. */
  void atEnd(Runnable action) {
    atEnd = action;
  }

  /** Returns whether somebody waits for the end, so that pace must be kept. */
  boolean isAwaited() {
    return atEnd != null;
  }

  /** Starts to keep pace with a job, which holds no rows back; until then nobody waits. */
  void keep(StreamExecutionEnvironment env) {
    // A timeout alone would leave a job as it is whose answer has switched timeouts off, with -1.
    env.configure(
        new Configuration()
            .set(ExecutionOptions.BUFFER_TIMEOUT_ENABLED, true)
            .set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ZERO));
    forget();
    OPEN.put(id, this);
  }

  /** A job begins, perhaps for the second time: nothing has come out of it yet. */
  static void begin(Pace pace) {
    Pace open = kept(pace);
    if (open != null) {
      open.forget();
    }
  }

  /** Returns the pace that a copy stands for; null if there is nothing to wait for. */
  private static Pace kept(Pace copy) {
    return copy == null ? null : OPEN.get(copy.id);
  }

  private synchronized void forget() {
    reached.replaceAll((sink, watermark) -> Long.MIN_VALUE);
    if (turned != null) {
      turned.clear();
    }
    arrival = CompletableFuture.completedFuture(null);
  }

  /** Takes note of a watermark at one of the ends of the job. */
  static void reached(Pace pace, String sink, long watermark) {
    Pace open = kept(pace);
    if (open != null) {
      open.arrived(sink, watermark);
    }
  }

  /** Takes note of the watermark that goes on in the place of that of a step. */
  static void turned(Pace pace, long step, long watermark) {
    Pace open = kept(pace);
    if (open != null) {
      open.turn(step, watermark);
    }
  }

  /** Returns what is done when a watermark has come out, or when that takes too long. */
  static CompletableFuture<Void> after(Pace pace, long watermark) {
    Pace open = kept(pace);
    return open == null ? CompletableFuture.completedFuture(null) : open.await(watermark);
  }

  /** The last step has come out at the ends of the job, and its input will end. */
  static void end(Pace pace) {
    Pace open = kept(pace);
    if (open != null && open.isAwaited()) {
      open.atEnd.run();
    }
  }

  private synchronized void turn(long step, long watermark) {
    turned.put(step, watermark);
    look();
  }

  private synchronized void arrived(String sink, long watermark) {
    reached.merge(sink, watermark, Math::max);
    look();
  }

  private void look() {
    if (isOut(awaited)) {
      swallowed = false;
      arrival.complete(null);
    }
  }

  private boolean isOut(long step) {
    Long watermark = turned == null ? Long.valueOf(step) : turned.get(step);
    return watermark != null && reached.values().stream().allMatch(it -> it >= watermark);
  }

  private synchronized CompletableFuture<Void> await(long watermark) {
    if (isOut(watermark)) {
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
