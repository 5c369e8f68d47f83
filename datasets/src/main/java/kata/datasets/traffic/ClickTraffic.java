package kata.datasets.traffic;

import java.util.Iterator;
import kata.datasets.ClickEvent;

/**
 * Realistic traffic of the shop. Users make visits: they view pages, of which a few are very
 * popular, fill their carts and sometimes buy.
 *
 * @param seed any number
 * @param settings what the traffic is like
 */
public record ClickTraffic(long seed, TrafficSettings settings) implements Traffic<ClickEvent> {

  /** Checks that the settings fit together; a {@link TrafficException} says what is allowed. */
  public ClickTraffic {
    settings.requireConsistent();
  }

  /** Returns the traffic of {@link TrafficSettings#defaults()}. */
  public static ClickTraffic ofSeed(long seed) {
    return new ClickTraffic(seed, TrafficSettings.defaults());
  }

  @Override
  public Iterator<ClickEvent> arrivals() {
    return arrivalOrder();
  }

  ArrivalOrder<ClickEvent> arrivalOrder() {
    return ArrivalOrder.of(seed, settings, Visit::new);
  }
}
