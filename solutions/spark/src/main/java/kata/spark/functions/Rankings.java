package kata.spark.functions;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers about the top pages have in common. */
final class Rankings {

  /** Sorts all counts of a window, which are structs of views and page, as the task asks. */
  static final String SORTED =
      "transform(sort_array(transform(counts, it -> struct(-it.views AS fewer, it.page AS page))),"
          + " it -> struct(-it.fewer AS views, it.page AS page))";

  /** The first three of all that are sorted. */
  static final String FIRST_THREE = "slice(sorted, 1, 3)";

  /** The rank of a row of the result. */
  static final String RANK = "position + 1";

  private Rankings() {}

  /** Ranks the counts of each window: sorts them, takes some, and says their ranks. */
  static Dataset<Row> of(Dataset<Row> counts, String sorted, String taken, String rank) {
    return counts
        .groupBy("five")
        .agg(expr("collect_list(struct(views, page)) AS counts"))
        .withColumn("sorted", expr(sorted))
        .selectExpr("five", "sorted", "posexplode(%s) AS (position, best)".formatted(taken))
        .selectExpr(
            "five.start AS window_start",
            "five.end AS window_end",
            rank + " AS rank",
            "best.page AS page",
            "best.views AS views");
  }

  /** Returns the top pages, with views that were counted in some other way. */
  static Dataset<Row> of(Dataset<Row> counts) {
    return of(counts, SORTED, FIRST_THREE, RANK);
  }
}
