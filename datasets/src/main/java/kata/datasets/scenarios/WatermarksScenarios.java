package kata.datasets.scenarios;

import java.util.List;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about clocks that have to be found, because the input brings no watermarks. */
public final class WatermarksScenarios {

  /** All stories, in the order of the lessons. */
  public static final List<Scenario<ClickEvent>> ALL =
      Stream.of(
              OutOfOrderScenarios.ALL,
              SilenceScenarios.ALL,
              PartitionScenarios.ALL,
              HeartbeatScenarios.ALL,
              FutureScenarios.ALL,
              MicroBatchScenarios.ALL)
          .flatMap(List::stream)
          .toList();

  private WatermarksScenarios() {}
}
