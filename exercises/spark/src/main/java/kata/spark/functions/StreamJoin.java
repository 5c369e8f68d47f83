package kata.spark.functions;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Join each purchase with the views that the same user made in the ten minutes before it.
 *
 * <p>The first Dataset holds all that visitors do but purchases (call each of them a view), the
 * second the purchases. Both have the columns user_id, page, event_time and more, and their
 * watermark is set. Return one row for each pair of a view and a purchase of the same user, if the
 * purchase was made at the moment of the view or later, but not later than ten minutes after it:
 * exactly ten minutes still count, one millisecond more does not. A row comes out as soon as both
 * events are there, whichever of them arrived first; a view or a purchase without a partner has no
 * row. The columns are user, viewed and bought (the two event times), page (the one that was
 * viewed) and seconds (whole seconds from the view to the purchase).
 *
 * <p>A view must not be kept longer than it may find a partner, nor a purchase. Spark drops events
 * that the watermark has passed or reached when they arrive. Read docs/lessons/functions.md.
 */
public final class StreamJoin implements JoinQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
