package kata.spark.capstone;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.window;

import java.util.Collections;
import kata.spark.lab.ReportsQuery;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/** Takes for each report the window that its question asks for. */
public class ShopMorning implements ReportsQuery {

  @Override
  public Dataset<Row> report(String name, Dataset<Row> events) {
    return switch (name) {
      case "sessions" -> sessions(events);
      case "conversion" -> conversion(events);
      case "trending" -> trending(events);
      case "late" -> late(events);
      default -> throw new IllegalArgumentException(name);
    };
  }

  Dataset<Row> sessions(Dataset<Row> events) {
    return events
        .groupBy(session_window(col("event_time"), "30 minutes").as("window"), col("user_id"))
        .agg(count(lit(1)).as("events"))
        .select(start(), end(), col("user_id").as("user"), col("events"));
  }

  Dataset<Row> conversion(Dataset<Row> events) {
    Column buyer = when(col("event_type").equalTo("PURCHASE"), col("user_id"));
    return events
        .groupBy(window(col("event_time"), "5 minutes").as("window"))
        .agg(
            count(lit(1)).as("events"),
            size(collect_set(col("user_id"))).as("visitors"),
            size(collect_set(buyer)).as("buyers"))
        .select(
            start(),
            end(),
            col("events"),
            col("visitors"),
            col("buyers"),
            expr("buyers * 1000 div visitors").as("per_mille"));
  }

  Dataset<Row> trending(Dataset<Row> events) {
    return events
        .filter(col("event_type").equalTo("PAGE_VIEW"))
        .groupBy(window(col("event_time"), "10 minutes", "2 minutes").as("window"), col("page"))
        .agg(count(lit(1)).as("views"))
        .groupBy(col("window"))
        .agg(min(struct(col("views").unary_$minus().as("fewer"), col("page"))).as("best"))
        .select(
            start(),
            end(),
            col("best.page").as("page"),
            col("best.fewer").unary_$minus().as("views"));
  }

  /** No aggregation tells what it drops; a function on the group's state sees the watermark. */
  Dataset<Row> late(Dataset<Row> events) {
    Dataset<Row> withEnd =
        events.select(
            col("event_id"),
            col("event_time"),
            expr("(unix_millis(event_time) div 300000 + 1) * 300000").as("end"));
    Encoder<Row> row = Encoders.row(withEnd.schema());
    MapFunction<Row, Long> end = event -> event.getLong(2);
    FlatMapGroupsWithStateFunction<Long, Row, Boolean, Row> keepLate =
        (windowEnd, group, state) ->
            windowEnd <= state.getCurrentWatermarkMs() ? group : Collections.emptyIterator();
    return withEnd
        .groupByKey(end, Encoders.LONG())
        .flatMapGroupsWithState(
            keepLate, OutputMode.Append(), Encoders.BOOLEAN(), row, GroupStateTimeout.NoTimeout())
        .select(col("event_id"), col("event_time"));
  }

  private static Column start() {
    return col("window.start").as("window_start");
  }

  private static Column end() {
    return col("window.end").as("window_end");
  }
}
