package kata.harness.lab;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Waits for a play, longer where the machine is so busy with other things that a play may be slow
 * through no fault of its own.
 */
final class Patience {

  /** How many times the limit is waited for at most, on a crowded machine. */
  static final int MOST_LIMITS = 6;

  private static final double CROWDED = 1.5;

  private final Duration limit;
  private final BooleanSupplier crowded;

  /** Waits so long on a machine that has a core to spare. */
  Patience(Duration limit) {
    this(limit, Patience::crowdedNow);
  }

  Patience(Duration limit, BooleanSupplier crowded) {
    this.limit = limit;
    this.crowded = crowded;
  }

  Duration limit() {
    return limit;
  }

  /**
   * Returns what a play gives.
   *
   * @throws TimeoutException if it has not ended in time
   */
  <T> T await(Future<T> play) throws ExecutionException, InterruptedException, TimeoutException {
    for (int waited = 1; ; waited++) {
      try {
        return play.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (waited == MOST_LIMITS || !crowded.getAsBoolean()) {
          throw e;
        }
      }
    }
  }

  /** Windows does not tell its load, and so is never crowded. */
  private static boolean crowdedNow() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load > CROWDED * Runtime.getRuntime().availableProcessors();
  }
}
