package kata.datasets.traffic;

import java.time.Duration;

/**
 * Times at which the shop is busier: the last minutes of every ten minutes, for example.
 *
 * @param every from the start of one quiet time to the start of the next; 1 second to 1 day
 * @param length how long a burst lasts, at the end of each such period; 0 to {@code every}
 * @param factor how many times as many events a burst has as a quiet time as long; 1 to 100
 */
public record Bursts(Duration every, Duration length, int factor) {

  /** Checks the settings; a {@link TrafficException} says what is allowed. */
  public Bursts {
    TrafficException.requireBetween(
        "bursts.every", every, Duration.ofSeconds(1), Duration.ofDays(1));
    TrafficException.requireBetween("bursts.length", length, Duration.ZERO, every);
    TrafficException.requireBetween("bursts.factor", factor, 1, 100);
  }

  /** Returns traffic that is always equally busy. */
  public static Bursts none() {
    return new Bursts(Duration.ofMinutes(1), Duration.ZERO, 1);
  }

  /** Returns how many times as many events a burst has as the whole period on average. */
  double peak() {
    return factor / (microsAsQuiet() / (double) micros(every));
  }

  /**
   * Returns when something happens that would happen at {@code evenMicros} if the traffic were
   * even. Both are microseconds from the start.
   */
  long unevenMicros(long evenMicros) {
    long period = micros(every);
    long quiet = period - micros(length);
    double stretch = microsAsQuiet() / (double) period;
    long place = Math.round(evenMicros % period * stretch);
    long inPeriod = place <= quiet ? place : quiet + (place - quiet) / factor;
    return evenMicros / period * period + inPeriod;
  }

  /** Returns how long a quiet time has as many events as one period. */
  private long microsAsQuiet() {
    return micros(every) + micros(length) * (factor - 1);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
