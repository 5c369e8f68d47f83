package kata.harness.transcript;

import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.TimedEvent;

/** Says in a few words what arrived in a step of a story. */
public final class Arrived {

  private static final int MOST_NAMED = 3;

  private Arrived() {}

  /**
   * Names the events of a step, such as {@code p0 12:01 /home, p1 12:02 /cart}; their number if
   * there are many. The partition is left out where there is only one.
   */
  public static String in(Scenario<?> scenario, Scenario.Step<?> step) {
    if (step.arrivals().isEmpty()) {
      return "nothing";
    }
    return step.arrivals().size() > MOST_NAMED
        ? step.arrivals().size() + " events"
        : step.arrivals().stream()
            .map(event -> named(scenario, event))
            .collect(Collectors.joining(", "));
  }

  private static String named(Scenario<?> scenario, TimedEvent event) {
    String partition =
        scenario.feed().partitions() == 1 ? "" : "p" + scenario.feed().partitionOf(event) + " ";
    return partition + StoryTime.format(event.eventTime()) + what(event);
  }

  private static String what(TimedEvent event) {
    if (event instanceof ClickEvent click) {
      return " " + (click.eventType() == EventType.HEARTBEAT ? "heartbeat" : click.page());
    }
    return "";
  }
}
