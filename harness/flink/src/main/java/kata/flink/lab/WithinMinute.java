package kata.flink.lab;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/**
 * Keeps plays clear of the end of a minute. A window of processing time that ends while a scenario
 * is played would give another result than the same play a second later.
 */
public final class WithinMinute {

  private WithinMinute() {}

  /**
   * Returns what a play gives, if it was over in the minute in which it began; else what it gives
   * once more. No play takes a minute, so that the second try is clear of the end of any minute.
   *
   * @throws Exception what the play throws
   */
  public static <T> T of(Callable<T> play) throws Exception {
    Instant minute = minute();
    T first = play.call();
    return minute.equals(minute()) ? first : play.call();
  }

  private static Instant minute() {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES);
  }
}
