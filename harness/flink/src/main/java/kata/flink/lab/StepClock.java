package kata.flink.lab;

import java.util.List;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.transcript.Emission;

/** Tells at which step of a scenario a row came out, from the watermark that followed it. */
final class StepClock {

  private final List<? extends Scenario.Step<?>> steps;

  StepClock(Scenario<?> scenario) {
    this.steps = scenario.steps();
  }

  /**
   * Returns Flink's form of a step's watermark: the last millisecond that is complete. A window
   * fires when the watermark reaches its end minus 1.
   */
  static long flinkWatermark(Scenario.Step<?> step) {
    return step.watermark().toEpochMilli() - 1;
  }

  /** Returns the first step whose watermark is not below a Flink watermark. */
  String at(long flinkWatermark) {
    return steps.stream()
        .filter(step -> flinkWatermark(step) >= flinkWatermark)
        .findFirst()
        .map(step -> StoryTime.format(step.watermark()))
        .orElse(Emission.END);
  }
}
