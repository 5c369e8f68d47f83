package kata.kafka.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import kata.datasets.Happening;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the members of a group have done with the orders, and whether they still do something. */
final class HandledOrders {

  private static final int POLLS = 3;
  private static final long LOOK_MS = 50;

  private record Handling(String key, String order) {}

  private final Map<Handling, Integer> times = new LinkedHashMap<>();
  private final Map<Integer, Set<Integer>> membersByPartition = new TreeMap<>();
  private final Map<Integer, Integer> pollsSinceThen = new HashMap<>();
  private long lastMoved = System.nanoTime();
  private String fatal;
  private Happening death = Happening.NOTHING;
  private boolean stopped;

  /** The member that handles this order next dies, before or after its work. */
  synchronized void kill(String order, Happening how) {
    fatal = order;
    death = how;
  }

  /** A member does its work for a record. */
  synchronized void handle(int member, ConsumerRecord<String, String> record) {
    moves();
    boolean dies = record.value().equals(fatal);
    if (dies) {
      fatal = null;
      if (death == Happening.CRASH) {
        throw new ProgramDies();
      }
    }
    times.merge(new Handling(record.key(), record.value()), 1, Integer::sum);
    membersByPartition.computeIfAbsent(record.partition(), it -> new TreeSet<>()).add(member);
    if (dies) {
      throw new ProgramDies();
    }
  }

  /** A member asks whether to stop, which it does between two polls. */
  synchronized boolean asked(int member) {
    pollsSinceThen.merge(member, 1, Integer::sum);
    notifyAll();
    return stopped;
  }

  /** Something has happened, so that whoever waits for silence has to wait anew. */
  synchronized void moves() {
    lastMoved = System.nanoTime();
    pollsSinceThen.clear();
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
  }

  synchronized boolean hasAll(List<String> orders) {
    Set<String> handled = new TreeSet<>();
    times.keySet().forEach(it -> handled.add(it.order()));
    return handled.containsAll(orders);
  }

  /** Returns whether so many members have polled in vain for so long. */
  synchronized boolean isSilent(int members, long millis) {
    return System.nanoTime() - lastMoved > TimeUnit.MILLISECONDS.toNanos(millis)
        && pollsSinceThen.values().stream().filter(it -> it >= POLLS).count() >= members;
  }

  /** Waits for the next poll or record, and not for long if none comes. */
  synchronized void awaitMove() throws InterruptedException {
    wait(LOOK_MS);
  }

  /** Returns a row for each order: its place among those of its key, and how often it was done. */
  synchronized List<Emission> rows(String at) {
    Map<String, Integer> places = new HashMap<>();
    List<Emission> rows = new ArrayList<>();
    times.forEach(
        (handling, number) -> {
          Map<String, Object> cells = new LinkedHashMap<>();
          cells.put("key", handling.key());
          cells.put("no", places.merge(handling.key(), 1, Integer::sum));
          cells.put("order", handling.order());
          cells.put("times", number);
          rows.add(new Emission(at, "handled", Row.of(cells)));
        });
    return rows;
  }

  /** What was handled until now does not count when it is asked who has handled what. */
  synchronized void forgetMembers() {
    membersByPartition.clear();
  }

  /** Returns how many members have handled orders of each partition. */
  synchronized Map<Integer, Integer> membersByPartition() {
    Map<Integer, Integer> members = new TreeMap<>();
    membersByPartition.forEach((partition, all) -> members.put(partition, all.size()));
    return members;
  }
}
