package kata.flink.timers;

import kata.datasets.CheckoutAlert;
import kata.datasets.ClickEvent;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Raise an alert for each session whose checkout is not followed by a purchase within fifteen
 * minutes.
 *
 * <p>The events are all that visitors do; a session ({@code sessionId}) has at most one checkout
 * and one purchase. The limit is the time of the checkout plus fifteen minutes. A purchase finishes
 * the checkout if its own time is not after the limit: exactly at the limit is in time, a
 * millisecond later is not, whenever it arrives. If none has come when the watermark says that
 * everything up to and including the limit is there, return an alert, once; what comes later
 * changes nothing. A purchase may arrive before its checkout, and counts all the same; remember it
 * until event time is fifteen minutes past it. A checkout that arrives late has the same limit; if
 * that has passed, its alert comes with the next watermark. Leave no state behind. Should the job
 * fail, it goes back to its last checkpoint, and the rows are the same. Read
 * docs/lessons/timers.md.
 */
public final class UnfinishedCheckout implements StreamJob<ClickEvent, CheckoutAlert> {

  @Override
  public DataStream<CheckoutAlert> build(DataStream<ClickEvent> clicks) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
