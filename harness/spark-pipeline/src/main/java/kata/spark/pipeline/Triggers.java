package kata.spark.pipeline;

import kata.harness.lab.LearnerMistake;
import org.apache.spark.sql.execution.streaming.AvailableNowTrigger$;
import org.apache.spark.sql.execution.streaming.OneTimeTrigger$;
import org.apache.spark.sql.execution.streaming.ProcessingTimeTrigger;
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
   * Demands that a query does not wait for the clock of the machine.
   *
   * @throws LearnerMistake if it does
   */
  static void demandOneForTheLab(StreamingQuery query) {
    boolean atOnce = of(query) instanceof ProcessingTimeTrigger every && every.intervalMs() == 0;
    if (!atOnce && !ends(query)) {
      throw new LearnerMistake(
          "Your query waits between its micro-batches.",
          "Leave trigger(...) out, so that each one begins as soon as there is something to read;"
              + " or take Trigger.AvailableNow().");
    }
  }

  private static Trigger of(StreamingQuery query) {
    StreamExecution execution = ((StreamingQueryWrapper) query).streamingQuery();
    return execution.trigger();
  }
}
