package kata.kafka.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;

/**
 * Plays a story through the readers of a topic. A step is over when all of its orders were handled,
 * or when all readers poll in vain. A reader that dies is started again if it was the only one.
 */
final class ReadPlay {

  private static final String TOPIC = "orders";
  private static final long SILENCE_MS = 3000;
  private static final long LONG_SILENCE_MS = 10_000;
  private static final long SETTLED_MS = 1000;

  private interface Outcome {
    boolean reached() throws InterruptedException;
  }

  private final Scenario<Message> scenario;
  private final Supplier<LabBroker> lab;
  private final OrderReader reader;
  private final PlayConnections connections = PlayConnections.through(this::opened);
  private final HandledOrders handled = new HandledOrders();
  private final List<Member> members = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private int started;
  private boolean open;

  ReadPlay(Scenario<Message> scenario, Supplier<LabBroker> lab, OrderReader reader) {
    this.scenario = scenario;
    this.lab = lab;
    this.reader = reader;
  }

  /** A reader asks for the broker: what the story has before its start is made now. */
  private synchronized HostAndPort opened() {
    if (!open) {
      open = true;
      lab.get().make(Map.of(connections.topic(TOPIC), partitions()));
      send(scenario.steps().get(0));
      handled.moves();
    }
    return lab.get().address();
  }

  private int partitions() {
    return scenario.setting().topics().get(TOPIC);
  }

  private ReaderGroup group() {
    return new ReaderGroup(lab.get(), connections.group());
  }

  /** Plays the story to its end, and returns what has become of each order. */
  Transcript play() throws Exception {
    try {
      for (int i = 0; i < scenario.steps().size(); i++) {
        Scenario.Step<Message> step = scenario.steps().get(i);
        if (dies(step)) {
          handled.kill(last(step), step.then());
        }
        if (i == 0) {
          start();
        } else {
          opened();
          send(step);
          handled.moves();
        }
        follow(step);
      }
      stop();
      return transcript();
    } finally {
      members.forEach(Member::interrupt);
      if (open) {
        lab.get().remove(List.of(connections.topic(TOPIC)));
      }
    }
  }

  private void start() {
    members.add(Member.start(++started, reader, connections, handled));
  }

  private void send(Scenario.Step<Message> step) {
    lab.get().send(step.arrivals().stream().map(it -> StoryRecord.of(it, connections)).toList());
  }

  private static boolean dies(Scenario.Step<Message> step) {
    return step.then() == Happening.CRASH || step.then() == Happening.CRASH_AFTER_WORK;
  }

  private static String last(Scenario.Step<Message> step) {
    return step.arrivals().get(step.arrivals().size() - 1).value();
  }

  private void follow(Scenario.Step<Message> step) throws Exception {
    List<String> orders = step.arrivals().stream().map(Message::value).toList();
    if (dies(step)) {
      await(() -> false);
      if (members.isEmpty()) {
        group().removeDead();
        start();
        handled.moves();
      }
    }
    await(() -> handled.hasAll(orders));
    if (step.then() == Happening.MEMBER_JOINS) {
      start();
      handled.moves();
      await(() -> group().isStable(members.size()) && isSilent(SETTLED_MS));
      handled.forgetMembers();
    }
  }

  /** Waits for an outcome, or until a member ends, or until it is clear that nothing comes. */
  private void await(Outcome outcome) throws Exception {
    handled.moves();
    while (members.stream().allMatch(Member::runs) && !outcome.reached() && !isInVain()) {
      handled.awaitMove();
    }
    for (Member member : List.copyOf(members)) {
      if (!member.runs()) {
        end(member);
      }
    }
  }

  private boolean isSilent(long millis) {
    return handled.isSilent(members.size(), millis);
  }

  private boolean isInVain() throws InterruptedException {
    return isSilent(LONG_SILENCE_MS)
        || isSilent(SILENCE_MS) && group().isStable(members.size());
  }

  private void end(Member member) throws Exception {
    members.remove(member);
    ends.add(member.died() ? "died" : "stopped");
  }

  private void stop() throws Exception {
    if (started > 1 && members.size() > 0) {
      await(() -> isSilent(SETTLED_MS));
    }
    handled.stop();
    for (Member member : List.copyOf(members)) {
      end(member);
    }
  }

  private Transcript transcript() {
    String at = StoryTime.format(scenario.steps().get(scenario.steps().size() - 1).moment());
    List<Emission> emissions = new ArrayList<>(handled.rows(at));
    Map<Integer, Long> committed = group().committed(connections.topic(TOPIC));
    for (int i = 0; i < partitions(); i++) {
      int partition = i;
      long records =
          scenario.events().stream().filter(it -> it.partition() == partition).count();
      Object offset = committed.containsKey(i) ? committed.get(i) : "nothing";
      emissions.add(row(at, "committed", "partition", i, "records", records, "offset", offset));
    }
    for (int i = 0; i < ends.size(); i++) {
      emissions.add(row(at, "programs", "no", i + 1, "ended", ends.get(i)));
    }
    handled
        .membersByPartition()
        .forEach(
            (partition, number) -> {
              if (joinsAndStays()) {
                emissions.add(row(at, "members", "partition", partition, "members", number));
              }
            });
    return new Transcript(emissions);
  }

  /** Who takes over from whom is for the group to decide, and differs from play to play. */
  private boolean joinsAndStays() {
    return scenario.steps().stream().anyMatch(it -> it.then() == Happening.MEMBER_JOINS)
        && scenario.steps().stream().noneMatch(ReadPlay::dies);
  }

  private static Emission row(String at, String output, Object... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put((String) cells[i], cells[i + 1]);
    }
    return new Emission(at, output, Row.of(row));
  }
}
