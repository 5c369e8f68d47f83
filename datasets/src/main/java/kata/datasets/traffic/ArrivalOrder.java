package kata.datasets.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import kata.datasets.ClickEvent;

/** Holds some events back, so that they arrive out of order or late. */
final class ArrivalOrder implements Iterator<ClickEvent> {

  private final Occurrences occurrences;
  private final Disorder disorder;
  private final Random delays;
  private final Queue<Delayed> delayed =
      new PriorityQueue<>(
          Comparator.comparingLong(Delayed::dueMillis).thenComparingLong(Delayed::number));
  private final Queue<ClickEvent> arrived = new ArrayDeque<>();
  private long count;

  /**
   * An event that is held back.
   *
   * @param number its place in the order in which things happened
   * @param dueMillis it arrives after the first event in order that happened then or afterwards,
   * @param overdueMillis but before one that happened after this
   */
  private record Delayed(long number, long dueMillis, long overdueMillis, ClickEvent click) {}

  ArrivalOrder(Occurrences occurrences, Disorder disorder, Random delays) {
    this.occurrences = occurrences;
    this.disorder = disorder;
    this.delays = delays;
  }

  /** Returns true: the traffic never ends. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public ClickEvent next() {
    if (arrived.isEmpty()) {
      letArrive(nextInOrder());
    }
    return arrived.remove();
  }

  /** Returns how many events wait in memory. */
  int waiting() {
    return delayed.size() + arrived.size();
  }

  private Occurrence nextInOrder() {
    while (true) {
      Occurrence next = occurrences.next();
      count++;
      long delay = disorder.drawDelay(delays);
      if (delay == 0 || delayed.size() == TrafficSettings.MOST_DELAYED) {
        return next;
      }
      long bound = disorder.bound().toMillis();
      long overdue = delay <= bound ? next.millis() + bound : Long.MAX_VALUE;
      delayed.add(new Delayed(count, next.millis() + delay, overdue, next.click()));
    }
  }

  private void letArrive(Occurrence inOrder) {
    List<ClickEvent> after = new ArrayList<>();
    while (!delayed.isEmpty() && delayed.element().dueMillis() <= inOrder.millis()) {
      Delayed due = delayed.remove();
      if (due.overdueMillis() < inOrder.millis()) {
        arrived.add(due.click());
      } else {
        after.add(due.click());
      }
    }
    arrived.add(inOrder.click());
    arrived.addAll(after);
  }
}
