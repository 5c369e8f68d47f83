package kata.spark.lab;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.util.Clock;

/**
 * The clock of a query that is played: it shows the time of the story, so that neither {@code
 * current_timestamp()} nor a trigger depends on when the test runs.
 */
final class StoryClock implements Clock {

  private static final long LOOK_AGAIN_MILLIS = 20;

  private Instant now;
  private Instant alarm;

  StoryClock(Instant now) {
    this.now = now;
  }

  synchronized Instant now() {
    return now;
  }

  synchronized void set(Instant moment) {
    now = moment;
    notifyAll();
  }

  @Override
  public synchronized long getTimeMillis() {
    return now.toEpochMilli();
  }

  @Override
  public synchronized long nanoTime() {
    return now.toEpochMilli() * 1_000_000;
  }

  /** Lets the query sleep until the story has come to a moment; called by Spark. */
  @Override
  public synchronized long waitTillTime(long targetMillis) {
    alarm = Instant.ofEpochMilli(targetMillis);
    notifyAll();
    try {
      while (now.isBefore(alarm)) {
        wait();
      }
      return now.toEpochMilli();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      alarm = null;
    }
  }

  /** Throws what Scala declares nowhere, and takes for the end of a query: a checked exception. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E interrupted(InterruptedException e) throws E {
    throw (E) e;
  }

  /**
   * Waits until the query sleeps.
   *
   * @param alive whether there still is a query that could fall asleep
   * @return the moment at which it wants to be woken; nothing if it is not alive
   */
  synchronized Optional<Instant> awaitSleep(BooleanSupplier alive) throws InterruptedException {
    while (alarm == null || !alarm.isAfter(now)) {
      if (!alive.getAsBoolean()) {
        return Optional.empty();
      }
      wait(LOOK_AGAIN_MILLIS);
    }
    return Optional.of(alarm);
  }
}
