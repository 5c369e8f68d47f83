package kata.kafka.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what a program brings about. */
final class Outcome {

  private static final Duration LOOK_EVERY = Duration.ofMillis(2);

  private Outcome() {}

  /** Returns whether something has become true before so much time had passed. */
  static boolean within(Duration patience, Callable<Boolean> outcome) {
    try {
      await()
          .dontCatchUncaughtExceptions()
          .atMost(patience)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK_EVERY)
          .until(outcome);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }
}
