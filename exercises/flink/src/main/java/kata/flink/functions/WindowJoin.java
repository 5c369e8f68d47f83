package kata.flink.functions;

import kata.datasets.BuyerView;
import kata.datasets.ClickEvent;
import kata.flink.lab.JoinJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Join the views and the purchases that a user made in the same window of ten minutes.
 *
 * <p>The first stream holds all that visitors do but purchases (call each of them a view), the
 * second the purchases. Return one row for each pair of a view and a purchase of the same user
 * ({@code userId}) in the same tumbling window of ten minutes, when the window is complete. Which
 * of the two came first does not matter; a view or a purchase without a partner has no row. A row
 * holds the bounds of the window, the user, the event times of the view and of the purchase, the
 * page that was viewed, and the milliseconds from the view to the purchase, which are negative if
 * the view came after it. No event comes after the end of its window. Read
 * docs/lessons/functions.md.
 */
public final class WindowJoin implements JoinJob<BuyerView> {

  @Override
  public DataStream<BuyerView> build(
      DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
