package kata.datasets.traffic;

import java.util.Iterator;
import java.util.Random;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kata.datasets.ClickEvent;

/**
 * Realistic traffic of the shop. Users make visits: they view pages, of which a few are very
 * popular, fill their carts and sometimes buy. Events come in the order of their arrival, which is
 * not the order in which they happened.
 *
 * <p>The same seed and settings give the same events, on every machine and every JDK. Memory does
 * not grow with the number of events.
 *
 * @param seed any number
 * @param settings what the traffic is like
 */
public record ClickTraffic(long seed, TrafficSettings settings) {

  /** Checks that the settings fit together; a {@link TrafficException} says what is allowed. */
  public ClickTraffic {
    settings.requireConsistent();
  }

  /** Returns the traffic of {@link TrafficSettings#defaults()}. */
  public static ClickTraffic ofSeed(long seed) {
    return new ClickTraffic(seed, TrafficSettings.defaults());
  }

  /** Returns the first {@code count} events in the order of their arrival; always the same ones. */
  public Stream<ClickEvent> first(long count) {
    TrafficException.requireBetween("count", count, 0L, Long.MAX_VALUE);
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(arrivals(), characteristics), false)
        .limit(count);
  }

  /** Returns all events in the order of their arrival, from the first on, without end. */
  public Iterator<ClickEvent> arrivals() {
    return arrivalOrder();
  }

  ArrivalOrder arrivalOrder() {
    // Each concern draws from a stream of its own: other delays leave the visits as they are.
    Random seeds = new Random(seed);
    Random delays = new Random(seeds.nextLong());
    return new ArrivalOrder(new Occurrences(settings, seeds), settings.disorder(), delays);
  }
}
