package kata.flink.lab;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Finds out whether one event can overtake another in a job: where streams meet, or where several
 * threads share an operator.
 */
final class SeveralWays {

  private SeveralWays() {}

  static boolean in(StreamExecutionEnvironment env) {
    return env.getTransformations().stream()
        .flatMap(it -> it.getTransitivePredecessors().stream())
        .anyMatch(it -> it.getInputs().size() > 1 || it.getParallelism() > 1);
  }
}
