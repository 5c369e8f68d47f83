package kata.datasets.traffic;

import java.util.Iterator;
import kata.datasets.Order;

/**
 * What becomes of the shop's orders: each is created, and most of them are paid, shipped and
 * delivered; some are cancelled on the way. The {@code thinkTime} of the settings is the mean time
 * between two changes of one order.
 *
 * @param seed any number
 * @param settings what the traffic is like
 */
public record OrderTraffic(long seed, TrafficSettings settings) implements Traffic<Order> {

  /** Checks that the settings fit together; a {@link TrafficException} says what is allowed. */
  public OrderTraffic {
    settings.requireConsistent();
  }

  @Override
  public Iterator<Order> arrivals() {
    return ArrivalOrder.of(seed, settings, OpenOrder::new);
  }
}
