package kata.datasets.traffic;

import java.util.Iterator;
import kata.datasets.AdClick;

/**
 * Clicks on the advertisements of a few campaigns, of which some are far more popular than others.
 * A user clicks once, or a few times in a row; the {@code thinkTime} of the settings is the mean
 * time between two such clicks.
 *
 * @param seed any number
 * @param settings what the traffic is like
 */
public record AdClickTraffic(long seed, TrafficSettings settings) implements Traffic<AdClick> {

  /** Checks that the settings fit together; a {@link TrafficException} says what is allowed. */
  public AdClickTraffic {
    settings.requireConsistent();
  }

  @Override
  public Iterator<AdClick> arrivals() {
    return ArrivalOrder.of(seed, settings, (user, number) -> new AdViewing(user));
  }
}
