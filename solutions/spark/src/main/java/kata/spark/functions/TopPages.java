package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.window;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts each page, gathers the counts of a window as structs of (-views, page), which sort as the
 * ranking does, and makes a row of each of the first three.
 */
public final class TopPages implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes"), col("page"))
        .agg(count(lit(1)).as("views"))
        .groupBy(col("window"))
        .agg(
            collect_list(struct(col("views").unary_$minus().as("fewer"), col("page")))
                .as("ranking"))
        .select(
            col("window"),
            posexplode(slice(sort_array(col("ranking")), 1, 3))
                .as(new String[] {"position", "best"}))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("position").plus(1).as("rank"),
            col("best.page").as("page"),
            col("best.fewer").unary_$minus().as("views"));
  }
}
