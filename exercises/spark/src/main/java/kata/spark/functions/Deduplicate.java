package kata.spark.functions;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Report each order once, although its page is loaded again and again.
 *
 * <p>The events are views of the page that thanks for an order, such as {@code /done/17}, with the
 * columns event_id, page, event_time and more. Each order has a page of its own; each view has an
 * identifier and a time of its own. Here the lab sets no watermark: views come up to ten minutes
 * out of order, so set one with that delay. Return one row for each order, when the first view of
 * its page arrives, with the columns page and viewed (the event time of that view). Further views
 * of the page have no row, as long as they can be recognised: an order is remembered until the
 * watermark has reached the time of its first view and ten minutes more. After that it is
 * forgotten, and another view of its page counts as a new order. A view that the watermark has
 * passed or reached when it arrives has no row. Read docs/lessons/functions.md.
 */
public final class Deduplicate implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
