package kata.harness.lab;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/**
 * Keeps plays clear of the end of a minute. An answer that looks at the machine's clock would give
 * another result in a scenario in which a window of that clock ends than in the same play a second
 * later.
 *
 * @param clock shows the time that the answers see
 */
record WithinMinute(InstantSource clock) {

  /** On a machine that is so crowded that no play fits into a minute, more would not help. */
  private static final int TRIES = 3;

  /**
   * Returns what a play gives that was over in the minute in which it began, or what the last of
   * {@value #TRIES} gives.
   *
   * @throws Exception what the play throws
   */
  <T> T play(Callable<T> play) throws Exception {
    for (int tries = 1; ; tries++) {
      Instant minute = minute();
      T result = play.call();
      if (minute.equals(minute()) || tries == TRIES) {
        return result;
      }
    }
  }

  private Instant minute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }
}
