package kata.kafka.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;

/**
 * Plays a story through a program that makes topics. At the end of each step the program runs once,
 * and the broker is asked what it has now.
 */
final class TopicPlay {

  private static final List<String> LOOKED_AT = List.of("customers", "orders", "payments");

  private final Scenario<Message> scenario;
  private final Supplier<LabBroker> lab;
  private final PlayConnections connections = PlayConnections.to(this::opened);
  private boolean open;
  private int looks;

  TopicPlay(Scenario<Message> scenario, Supplier<LabBroker> lab) {
    this.scenario = scenario;
    this.lab = lab;
  }

  /** The program asks for the broker: what the story has before its start is made now. */
  private synchronized HostAndPort opened() {
    if (!open) {
      open = true;
      Map<String, Integer> topics = new LinkedHashMap<>();
      scenario.setting().topics().forEach((name, number) -> topics.put(topic(name), number));
      lab.get().make(topics);
      scenario.setting().configs().forEach((name, it) -> lab.get().configure(topic(name), it));
      send(scenario.steps().get(0));
    }
    return lab.get().address();
  }

  private String topic(String name) {
    return connections.topic(name);
  }

  /** Runs the program once in each step, and returns what the broker has after each run. */
  Transcript play(TopicMaker maker) throws Exception {
    List<Emission> emissions = new ArrayList<>();
    try {
      for (Scenario.Step<Message> step : scenario.steps()) {
        if (step != scenario.steps().get(0)) {
          send(step);
        }
        maker.make(connections);
        opened();
        look(StoryTime.format(step.moment()), emissions);
      }
      return new Transcript(emissions);
    } finally {
      if (open) {
        lab.get().remove(lab.get().topicsOf(connections.group()));
      }
    }
  }

  private void send(Scenario.Step<Message> step) {
    lab.get().send(step.arrivals().stream().map(it -> StoryRecord.of(it, connections)).toList());
  }

  private void look(String at, List<Emission> emissions) {
    catchUp();
    Set<String> there = lab.get().topicsOf(connections.group());
    for (String name : LOOKED_AT) {
      if (there.contains(topic(name))) {
        lab.get()
            .settings(topic(name))
            .forEach((setting, value) -> emissions.add(setting(at, name, setting, value)));
      }
    }
    for (String name : scenario.setting().topics().keySet()) {
      long records = there.contains(topic(name)) ? lab.get().written(topic(name)) : 0;
      emissions.add(new Emission(at, "records", Row.of(cells("topic", name, "records", records))));
    }
  }

  /** What a controller has done reaches its brokers in order, so the youngest topic comes last. */
  private void catchUp() {
    lab.get().make(Map.of(topic("look-" + ++looks), 1));
  }

  private static Emission setting(String at, String topic, String setting, String value) {
    Map<String, Object> cells = cells("topic", topic, "setting", setting);
    cells.put("value", value);
    return new Emission(at, "settings", Row.of(cells));
  }

  private static Map<String, Object> cells(String a, Object first, String b, Object second) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put(a, first);
    cells.put(b, second);
    return cells;
  }
}
