package kata.spark.functions;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Say of each view to which purchase it led, or that it led to none.
 *
 * <p>The two Datasets are those of {@link StreamJoin}, and so are the pairs: a purchase of the same
 * user at the moment of the view or later, but not later than ten minutes after it. Return a row
 * for each pair as soon as both events are there. A view that has met no purchase has one row, too,
 * in which the purchase is null. It comes out when no purchase can come for it any more, which is
 * when the watermark is later than ten minutes after the view. A purchase without a view has no
 * row. The columns are user, viewed and bought (the two event times) and page (the one that was
 * viewed). Nothing is kept that cannot find a partner any more. Read docs/lessons/functions.md.
 */
public final class OuterJoin implements JoinQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
