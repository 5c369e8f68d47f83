package kata.spark.pipeline;

import kata.harness.lab.LearnerMistake;
import org.apache.spark.sql.execution.streaming.AvailableNowTrigger$;
import org.apache.spark.sql.execution.streaming.ContinuousTrigger;
import org.apache.spark.sql.execution.streaming.OneTimeTrigger$;
import org.apache.spark.sql.execution.streaming.StreamExecution;
import org.apache.spark.sql.execution.streaming.StreamingQueryWrapper;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** When a query runs its micro-batches. */
final class Triggers {

  private Triggers() {}

  /** Returns whether a query ends by itself when it has read what is there. */
  static boolean ends(StreamingQuery query) {
    Trigger trigger = of(query);
    return trigger == AvailableNowTrigger$.MODULE$ || trigger == OneTimeTrigger$.MODULE$;
  }

  /**
   * Demands that a query has micro-batches.
   *
   * @throws LearnerMistake if it has none
   */
  static void demandMicroBatches(StreamingQuery query) {
    if (of(query) instanceof ContinuousTrigger) {
      throw new LearnerMistake(
          "Your query has no micro-batches.",
          "The lab plays one for each step of a story: take another trigger than"
              + " Trigger.Continuous(...), or leave it out.");
    }
  }

  private static Trigger of(StreamingQuery query) {
    StreamExecution execution = ((StreamingQueryWrapper) query).streamingQuery();
    return execution.trigger();
  }
}
