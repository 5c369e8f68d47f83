package kata.kafka.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;

/**
 * Plays a story through the readers of a topic. A step is over when its orders are handled: when
 * all readers have read all that there is, and done what they do with it. A reader that has died is
 * started again if there is no other.
 */
final class ReadPlay {

  private static final String TOPIC = "orders";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Scenario<Message> scenario;
  private final Supplier<LabBroker> lab;
  private final Callable<OrderReader> readers;
  private final PlayConnections connections = PlayConnections.to(this::opened);
  private final HandledOrders handled = new HandledOrders();
  private final Map<Integer, Long> ends = new TreeMap<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Member> gone = new ArrayList<>();
  private boolean open;
  private boolean inVain;

  /**
   * Prepares a play.
   *
   * @param readers gives a reader of its own to each member
   */
  ReadPlay(Scenario<Message> scenario, Supplier<LabBroker> lab, Callable<OrderReader> readers) {
    this.scenario = scenario;
    this.lab = lab;
    this.readers = readers;
  }

  /** A reader asks for the broker: what the story has before its start is made now. */
  private synchronized HostAndPort opened() {
    if (!open) {
      open = true;
      int partitions = scenario.setting().topics().get(TOPIC);
      for (int i = 0; i < partitions; i++) {
        ends.put(i, 0L);
      }
      lab.get().make(Map.of(connections.topic(TOPIC), partitions));
      send(scenario.steps().get(0));
    }
    return lab.get().address();
  }

  private synchronized void send(Scenario.Step<Message> step) {
    lab.get().send(step.arrivals().stream().map(it -> StoryRecord.of(it, connections)).toList());
    step.arrivals().forEach(it -> ends.merge(it.partition(), 1L, Long::sum));
  }

  /** Plays the story to its end, and returns what has become of each order. */
  Transcript play() throws Exception {
    List<Emission> emissions = new ArrayList<>();
    try {
      boolean joined = false;
      for (Scenario.Step<Message> step : scenario.steps()) {
        expect(step);
        if (step == scenario.steps().get(0)) {
          start();
        } else {
          opened();
          send(step);
        }
        settle();
        if (joined) {
          emissions.addAll(handled.members(StoryTime.format(step.moment())));
        }
        joined = step.then() == Happening.MEMBER_JOINS;
        if (joined) {
          start();
          settle();
          handled.forgetMembers();
        }
      }
      stop();
      emissions.addAll(outcome());
      return new Transcript(emissions);
    } finally {
      members.forEach(Member::end);
      gone.forEach(Member::end);
      if (open) {
        lab.get().remove(List.of(connections.topic(TOPIC)));
      }
    }
  }

  private void expect(Scenario.Step<Message> step) {
    List<Message> orders = step.arrivals();
    if (!orders.isEmpty()) {
      int which = step.then() == Happening.WORK_FAILS ? 0 : orders.size() - 1;
      handled.expect(orders.get(which).value(), step.then());
    }
  }

  private void start() throws Exception {
    int number = members.size() + gone.size() + 1;
    members.add(new Member(number, readers.call(), connections, this::opened, handled));
  }

  /** Waits until there is nothing left to do, and clears up after those that are gone meanwhile. */
  private void settle() throws Exception {
    do {
      buryGone();
      if (members.isEmpty()) {
        start();
      }
      inVain = inVain || !Outcome.within(PATIENCE, () -> someoneIsGone() || allIsRead());
    } while (someoneIsGone());
  }

  private boolean someoneIsGone() {
    return members.stream().anyMatch(Member::isGone);
  }

  private synchronized boolean allIsRead() {
    List<Following> all = members.stream().map(Member::following).toList();
    return open && all.stream().allMatch(it -> it.isIdle(ends)) && (isCovered(all) || isFree(all));
  }

  /** What no member reads yet, some member will get. */
  private boolean isCovered(List<Following> all) {
    Set<Integer> partitions = new TreeSet<>();
    all.forEach(it -> partitions.addAll(it.partitions()));
    return partitions.equals(ends.keySet());
  }

  /** Consumers that belong to no group read what they read, and never get any more. */
  private static boolean isFree(List<Following> all) {
    return all.stream().noneMatch(it -> it.membership().isPresent());
  }

  private void buryGone() throws Exception {
    for (Member member : List.copyOf(members)) {
      if (member.isGone()) {
        members.remove(member);
        gone.add(member);
        member.bury();
      }
    }
  }

  private void stop() throws Exception {
    members.forEach(Member::stop);
    for (Member member : members) {
      member.awaitEnd();
    }
  }

  private List<Emission> outcome() {
    String at = StoryTime.format(scenario.steps().get(scenario.steps().size() - 1).moment());
    List<Emission> emissions = new ArrayList<>(handled.orders(at, scenario.events()));
    Map<Integer, Long> committed =
        lab.get().committed(connections.group(), connections.topic(TOPIC));
    ends.forEach(
        (partition, end) -> {
          Map<String, Object> cells = new LinkedHashMap<>();
          cells.put("partition", partition);
          cells.put("records", end);
          cells.put(
              "committed", committed.containsKey(partition) ? committed.get(partition) : "nothing");
          emissions.add(new Emission(at, "offsets", Row.of(cells)));
        });
    return emissions;
  }
}
