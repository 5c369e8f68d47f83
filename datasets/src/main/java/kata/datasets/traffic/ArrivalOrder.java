package kata.datasets.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** Holds some events back, so that they arrive out of order or late. */
final class ArrivalOrder<T> implements Iterator<T> {

  private final Occurrences<T> occurrences;
  private final Disorder disorder;
  private final Random delays;
  private final Queue<Delayed<T>> delayed =
      new PriorityQueue<>(
          Comparator.<Delayed<T>>comparingLong(Delayed::dueMillis)
              .thenComparingLong(Delayed::number));
  private final Queue<T> arrived = new ArrayDeque<>();
  private long count;

  /**
   * An event that is held back.
   *
   * @param number its place in the order in which things happened
   * @param dueMillis it arrives after the first event in order that happened then or afterwards,
   * @param overdueMillis but before one that happened after this
   */
  private record Delayed<T>(long number, long dueMillis, long overdueMillis, T event) {}

  ArrivalOrder(Occurrences<T> occurrences, Disorder disorder, Random delays) {
    this.occurrences = occurrences;
    this.disorder = disorder;
    this.delays = delays;
  }

  /** Returns all that happens in such episodes, from this seed. */
  static <T> ArrivalOrder<T> of(
      long seed, TrafficSettings settings, Episode.Beginning<T> beginning) {
    // Each concern draws from a stream of its own: other delays leave the episodes as they are.
    Random seeds = new Random(seed);
    Random delays = new Random(seeds.nextLong());
    return new ArrivalOrder<>(
        new Occurrences<>(settings, seeds, beginning), settings.disorder(), delays);
  }

  /** Returns true: the traffic never ends. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public T next() {
    if (arrived.isEmpty()) {
      letArrive(nextInOrder());
    }
    return arrived.remove();
  }

  /** Returns how many events wait in memory. */
  int waiting() {
    return delayed.size() + arrived.size();
  }

  private Occurrence<T> nextInOrder() {
    while (true) {
      Occurrence<T> next = occurrences.next();
      count++;
      long delay = disorder.drawDelay(delays);
      if (delay == 0 || delayed.size() == TrafficSettings.MOST_DELAYED) {
        return next;
      }
      long bound = disorder.bound().toMillis();
      long overdue = delay <= bound ? next.millis() + bound : Long.MAX_VALUE;
      delayed.add(new Delayed<>(count, next.millis() + delay, overdue, next.event()));
    }
  }

  private void letArrive(Occurrence<T> inOrder) {
    List<T> after = new ArrayList<>();
    while (!delayed.isEmpty() && delayed.element().dueMillis() <= inOrder.millis()) {
      Delayed<T> due = delayed.remove();
      if (due.overdueMillis() < inOrder.millis()) {
        arrived.add(due.event());
      } else {
        after.add(due.event());
      }
    }
    arrived.add(inOrder.event());
    arrived.addAll(after);
  }
}
