package kata.kafka.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The work that the members of a group have done, and what is to happen to them at it. */
final class HandledOrders {

  private static final int FAILURES = 4;

  private final Map<String, Integer> times = new LinkedHashMap<>();
  private final Map<Integer, Set<Integer>> partitionsByMember = new TreeMap<>();
  private String fatal;
  private int left;
  private Happening happening = Happening.NOTHING;

  /** When this order is handled next, this happens: once, or as often as work fails. */
  synchronized void expect(String order, Happening what) {
    fatal = order;
    happening = what;
    left = what == Happening.WORK_FAILS ? FAILURES : 1;
  }

  /** Returns what happens now that an order is handled. */
  synchronized Happening fateOf(String order) {
    if (!order.equals(fatal) || left == 0) {
      return Happening.NOTHING;
    }
    left--;
    return happening;
  }

  /** A member, counted from 1, has done its work for an order. */
  synchronized void done(int member, ConsumerRecord<String, String> order) {
    times.merge(order.value(), 1, Integer::sum);
    partitionsByMember.computeIfAbsent(member, it -> new TreeSet<>()).add(order.partition());
  }

  /** Who has handled which partition until now does not count. */
  synchronized void forgetMembers() {
    partitionsByMember.clear();
  }

  /** Returns how often each order of a story was handled, on the output {@code orders}. */
  synchronized List<Emission> orders(String at, List<Message> told) {
    List<Emission> rows = new ArrayList<>();
    for (Message message : told) {
      int number = times.getOrDefault(message.value(), 0);
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("order", message.value());
      cells.put("handled", number == 0 ? "never" : "yes");
      cells.put("times", number);
      rows.add(new Emission(at, "orders", Row.of(cells)));
    }
    return rows;
  }

  /**
   * Returns of how many partitions each member has handled orders, on the output {@code members}.
   */
  synchronized List<Emission> members(String at) {
    List<Emission> rows = new ArrayList<>();
    partitionsByMember.forEach(
        (member, partitions) -> {
          Map<String, Object> cells = new LinkedHashMap<>();
          cells.put("member", member);
          cells.put("partitions", partitions.size());
          rows.add(new Emission(at, "members", Row.of(cells)));
        });
    return rows;
  }
}
