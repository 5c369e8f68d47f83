package kata.harness.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.datasets.Scenario;
import kata.datasets.ScenarioException;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;

/**
 * How event time moves on while a scenario is played: as the scenario says, or, where its feed is
 * raw, as the job has it, which tells so in a column {@code watermark} of another output.
 *
 * @param watermarks after each step, the moment that event time has reached (exclusive); {@link
 *     #NONE} before the first one
 * @param inclusive whether a watermark is named by the last moment that it has passed, as Flink
 *     does, and not by the first one that it has not
 */
record Progress(Scenario<?> scenario, List<Instant> watermarks, boolean inclusive) {

  /** No watermark yet. */
  static final Instant NONE = Instant.MIN;

  private static final String WATERMARK = "watermark";

  /**
   * Finds out how event time moves on.
   *
   * @param transcript of all outputs
   */
  static Progress of(Scenario<?> scenario, Transcript transcript) {
    if (!scenario.feed().raw()) {
      return new Progress(
          scenario, scenario.steps().stream().map(Scenario.Step::watermark).toList(), false);
    }
    // Flink's job of a lesson on watermarks has an output of this name, Spark's has another.
    boolean inclusive =
        transcript.emissions().stream().anyMatch(it -> it.output().equals(WATERMARK));
    Map<String, Instant> reached = new HashMap<>();
    for (Emission emission : transcript.emissions()) {
      watermark(emission, inclusive).ifPresent(it -> reached.put(emission.at(), it));
    }
    List<Instant> watermarks = new ArrayList<>();
    Instant last = NONE;
    for (Scenario.Step<?> step : scenario.steps()) {
      last = reached.getOrDefault(StoryTime.format(step.moment()), last);
      watermarks.add(last);
    }
    return new Progress(scenario, List.copyOf(watermarks), inclusive);
  }

  private static Optional<Instant> watermark(Emission emission, boolean inclusive) {
    String cell = emission.row().cells().get(WATERMARK);
    try {
      return Optional.ofNullable(cell)
          .map(StoryTime::parse)
          .map(it -> inclusive ? it.plusMillis(1) : it);
    } catch (ScenarioException e) {
      // "none"
      return Optional.empty();
    }
  }

  /** Returns the watermarks that there are. */
  List<Instant> reached() {
    return watermarks.stream().filter(it -> !it.equals(NONE)).distinct().toList();
  }

  /** Returns a watermark as the lesson names it. */
  String name(Instant watermark) {
    return StoryTime.format(inclusive ? watermark.minusMillis(1) : watermark);
  }
}
