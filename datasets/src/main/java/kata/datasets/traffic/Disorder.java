package kata.datasets.traffic;

import java.time.Duration;
import java.util.Random;

/**
 * How far the order of arrival differs from the order in which things happened.
 *
 * <p>An event is out of order if it is older than an event that arrived before it. It is late if it
 * is older by more than the bound. The shares count the events whose clock is right (see {@link
 * WrongClocks}) in traffic that lasts much longer than the delays; where traffic is so sparse that
 * nothing else happens within the bound, an event meant to be out of order arrives in order.
 *
 * @param outOfOrderShare share of the events that arrive out of order and yet not late; 0 to 0.4
 * @param bound how much older such an event is at most; 1 millisecond to 1 hour
 * @param lateShare share of the events that arrive late; 0 to 0.4
 * @param longestDelay how long after it happened a late event can arrive; more than the bound, up
 *     to 1 day
 */
public record Disorder(
    double outOfOrderShare, Duration bound, double lateShare, Duration longestDelay) {

  /** Checks the settings; a {@link TrafficException} says what is allowed. */
  public Disorder {
    TrafficException.requireBetween("disorder.outOfOrderShare", outOfOrderShare, 0.0, 0.4);
    TrafficException.requireBetween(
        "disorder.bound", bound, Duration.ofMillis(1), Duration.ofHours(1));
    TrafficException.requireBetween("disorder.lateShare", lateShare, 0.0, 0.4);
    TrafficException.requireBetween(
        "disorder.longestDelay", longestDelay, bound.plusMillis(1), Duration.ofDays(1));
  }

  /** Returns events that arrive in the order in which they happened. */
  public static Disorder none() {
    return new Disorder(0, Duration.ofMillis(1), 0, Duration.ofMillis(2));
  }

  /** Draws by how many milliseconds an event is delayed; 0 if it arrives at once. */
  long drawDelay(Random random) {
    double fate = random.nextDouble();
    int inBound = (int) bound.toMillis();
    if (fate < lateShare) {
      return inBound + 1L + random.nextInt((int) longestDelay.toMillis() - inBound);
    }
    return fate < lateShare + outOfOrderShare ? 1L + random.nextInt(inBound) : 0;
  }

  /** Returns how many events wait for their arrival on average. */
  double delayedAtOnce(double eventsPerSecond) {
    double millis = outOfOrderShare * bound.toMillis() + lateShare * longestDelay.toMillis();
    return eventsPerSecond * millis / 1_000;
  }
}
