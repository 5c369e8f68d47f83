package kata.datasets.traffic;

import java.time.Duration;

/**
 * Users whose device shows the wrong time. What they do arrives as promptly as anything else; only
 * its event time is off. A clock that is behind makes all events of its user late; one that is
 * ahead makes everybody else's events late.
 *
 * @param share share of the users whose clock is off; 0 to 1
 * @param offset how far these clocks are ahead, or behind if negative; at most 1 day either way
 */
public record WrongClocks(double share, Duration offset) {

  /** Checks the settings; a {@link TrafficException} says what is allowed. */
  public WrongClocks {
    TrafficException.requireBetween("wrongClocks.share", share, 0.0, 1.0);
    TrafficException.requireBetween(
        "wrongClocks.offset", offset, Duration.ofDays(-1), Duration.ofDays(1));
  }

  /** Returns clocks that are all right. */
  public static WrongClocks none() {
    return new WrongClocks(0, Duration.ZERO);
  }
}
