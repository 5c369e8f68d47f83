package kata.datasets.traffic;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kata.datasets.TimedEvent;

/**
 * Events from a seed, in the order of their arrival, which is not the order in which they happened.
 *
 * <p>The same seed and settings give the same events, on every machine and every JDK. Memory does
 * not grow with the number of events.
 *
 * @param <T> the event
 */
public interface Traffic<T extends TimedEvent> {

  /** Returns all events in the order of their arrival, from the first on, without end. */
  Iterator<T> arrivals();

  /**
   * Returns the first {@code count} events in the order of their arrival; always the same ones.
   *
   * @throws TrafficException if the count is negative
   */
  default Stream<T> first(long count) {
    TrafficException.requireBetween("count", count, 0L, Long.MAX_VALUE);
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(arrivals(), characteristics), false)
        .limit(count);
  }
}
