package kata.producer;

import java.util.concurrent.TimeUnit;

/**
 * Says when each event is due. The plan counts from the start, so that being a little late with one
 * event changes nothing for the next ones. Whoever falls behind by more than a second does not make
 * up for the rest, because that would be a burst.
 */
final class Pace {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int perSecond;
  private long start;
  private long count;

  /**
   * Begins: the first event is due now.
   *
   * @param perSecond 1 or more
   * @param now in nanoseconds, by any clock
   */
  Pace(int perSecond, long now) {
    this.perSecond = perSecond;
    this.start = now;
  }

  /**
   * Moves on to the next event.
   *
   * @param now in nanoseconds, by the same clock
   * @return how many nanoseconds there are until it is due; 0 if it is due already
   */
  long nanosUntilNext(long now) {
    long due = start + count / perSecond * SECOND + count % perSecond * SECOND / perSecond;
    long tooLate = now - due - SECOND;
    if (tooLate > 0) {
      start += tooLate;
    }
    count++;
    return Math.max(0, due - now);
  }
}
