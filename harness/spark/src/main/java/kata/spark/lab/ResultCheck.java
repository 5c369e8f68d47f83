package kata.spark.lab;

import java.util.List;
import kata.harness.lab.LearnerMistake;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.EventTimeWatermark;
import org.apache.spark.sql.catalyst.plans.logical.FlatMapGroupsWithState;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import scala.collection.JavaConverters;

/** Refuses a result that cannot be played, or that Spark would refuse in words for engineers. */
final class ResultCheck {

  private ResultCheck() {}

  /**
   * Checks what a learner's code returned for its inputs.
   *
   * @throws LearnerMistake if it cannot be played
   */
  static void demandPlayable(List<Dataset<Row>> inputs, Dataset<Row> results, OutputMode mode) {
    if (results == null) {
      throw new LearnerMistake(
          "Your code returned null instead of a Dataset.",
          "Return the Dataset that your last call gives back.");
    }
    if (mode == null) {
      throw new LearnerMistake(
          "Your code returned null instead of an output mode.",
          "Leave outputMode() out: append is the default, and what most lessons ask for.");
    }
    if (results.sparkSession() != inputs.get(0).sparkSession()) {
      throw new LearnerMistake(
          "Your code returned a Dataset of another Spark session.",
          "Build on the Dataset that you are given; do not make a session of your own.");
    }
    LogicalPlan plan = results.queryExecution().analyzed();
    if (inputs.stream().anyMatch(it -> plan.equals(it.queryExecution().analyzed()))) {
      throw new LearnerMistake(
          "Your code returned the events as they came.",
          "Each call gives back a new Dataset and leaves the old one as it is: return the last"
              + " one.");
    }
    if (!results.isStreaming()) {
      throw new LearnerMistake(
          "Your code returned a Dataset that is not a stream.",
          "Build on the Dataset that you are given; one made of values has no events to wait for.");
    }
    if (waitsForTheClock(plan)) {
      throw new LearnerMistake(
          "Your state waits for the clock of the machine.",
          "Take a timeout of event time: the clock of a story stands still within a step.");
    }
    demandOneWatermark(inputs.get(0), plan);
  }

  private static void demandOneWatermark(Dataset<Row> input, LogicalPlan results) {
    if (watermarksOnOnePath(results) > 1) {
      boolean brought = watermarksOnOnePath(input.queryExecution().analyzed()) > 0;
      throw new LearnerMistake(
          "Your code sets the watermark once more.",
          brought
              ? "The events bring their watermark along, and Spark allows only one: leave out"
                  + " withWatermark."
              : "Spark allows only one between source and sink: leave out all withWatermark but"
                  + " the first that is right.");
    }
  }

  /** Returns whether a timeout of processing time would run micro-batches without end. */
  private static boolean waitsForTheClock(LogicalPlan plan) {
    return plan instanceof FlatMapGroupsWithState state
            && state.timeout() == GroupStateTimeout.ProcessingTimeTimeout()
        || JavaConverters.seqAsJavaList(plan.children()).stream()
            .anyMatch(ResultCheck::waitsForTheClock);
  }

  private static int watermarksOnOnePath(LogicalPlan plan) {
    int below =
        JavaConverters.seqAsJavaList(plan.children()).stream()
            .mapToInt(ResultCheck::watermarksOnOnePath)
            .max()
            .orElse(0);
    return plan instanceof EventTimeWatermark ? below + 1 : below;
  }
}
