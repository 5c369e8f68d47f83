package kata.spark.capstone;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.window;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Right answers, written differently. */
public final class ShopMorningAlternatives {

  private static final StructType BEST =
      new StructType().add("page", DataTypes.StringType).add("views", DataTypes.LongType);

  private ShopMorningAlternatives() {}

  /** Asks in SQL, looks at each person first and at the window then, and at late events by user. */
  public static final class PeopleFirst extends ShopMorning {

    private static Dataset<Row> ask(Dataset<Row> events, String question) {
      events.createOrReplaceTempView("events");
      return events.sparkSession().sql(question);
    }

    @Override
    Dataset<Row> sessions(Dataset<Row> events) {
      return ask(
          events,
          """
          SELECT session_window.start AS window_start, session_window.end AS window_end,
            user_id AS user, count(*) AS events
          FROM events
          GROUP BY session_window(event_time, '30 minutes'), user_id
          """);
    }

    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return ask(
          events,
          """
          SELECT window.start AS window_start, window.end AS window_end,
            sum(events) AS events, count(*) AS visitors, sum(bought) AS buyers,
            floor(sum(bought) * 1000 / count(*)) AS per_mille
          FROM (
            SELECT window, user_id, count(*) AS events, max(int(event_type = 'PURCHASE')) AS bought
            FROM events
            GROUP BY window(event_time, '5 minutes'), user_id)
          GROUP BY window
          """);
    }

    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      return ask(
          events,
          """
          SELECT window.start AS window_start, window.end AS window_end,
            min_by(page, struct(-views, page)) AS page, max(views) AS views
          FROM (
            SELECT window, page, count(*) AS views
            FROM events
            WHERE event_type = 'PAGE_VIEW'
            GROUP BY window(event_time, '10 minutes', '2 minutes'), page)
          GROUP BY window
          """);
    }

    @Override
    Dataset<Row> late(Dataset<Row> events) {
      Dataset<Row> withEnd =
          events.select(
              col("user_id"),
              col("event_id"),
              col("event_time"),
              window(col("event_time"), "5 minutes").getField("end").as("end"));
      MapFunction<Row, String> user = event -> event.getAs("user_id");
      FlatMapGroupsWithStateFunction<String, Row, Boolean, Row> keepLate =
          (name, group, state) -> {
            List<Row> late = new ArrayList<>();
            group.forEachRemaining(
                event -> {
                  if (event.getTimestamp(3).getTime() <= state.getCurrentWatermarkMs()) {
                    late.add(event);
                  }
                });
            return late.iterator();
          };
      return withEnd
          .groupByKey(user, Encoders.STRING())
          .flatMapGroupsWithState(
              keepLate,
              OutputMode.Append(),
              Encoders.BOOLEAN(),
              Encoders.row(withEnd.schema()),
              GroupStateTimeout.NoTimeout())
          .select("event_id", "event_time");
    }
  }

  /** Collects what a window saw, and looks at all of it when the window is complete. */
  public static final class WholeWindows extends ShopMorning {

    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return events
          .groupBy(window(col("event_time"), "5 minutes").as("window"))
          .agg(collect_list(struct("user_id", "event_type")).as("all"))
          .select(
              col("window"),
              expr("size(all)").as("events"),
              expr("size(array_distinct(all.user_id))").as("visitors"),
              expr("filter(all, it -> it.event_type = 'PURCHASE')").as("purchases"))
          .withColumn("buyers", expr("size(array_distinct(purchases.user_id))"))
          .selectExpr(
              "window.start AS window_start",
              "window.end AS window_end",
              "events",
              "visitors",
              "buyers",
              "(buyers * 1000 - buyers * 1000 % visitors) / visitors AS per_mille");
    }

    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      UDF1<Seq<String>, Row> best = WholeWindows::best;
      return events
          .where("event_type = 'PAGE_VIEW'")
          .groupBy(window(col("event_time"), "10 minutes", "2 minutes").as("window"))
          .agg(collect_list("page").as("pages"))
          .withColumn("best", udf(best, BEST).apply(col("pages")))
          .selectExpr(
              "window.start AS window_start",
              "window.end AS window_end",
              "best.page AS page",
              "best.views AS views");
    }

    private static Row best(Seq<String> pages) {
      Map<String, Long> views = new TreeMap<>();
      Iterator<String> viewed = JavaConverters.asJavaIterator(pages.iterator());
      viewed.forEachRemaining(page -> views.merge(page, 1L, Long::sum));
      String best = null;
      for (String page : views.keySet()) {
        best = best == null || views.get(page) > views.get(best) ? page : best;
      }
      return RowFactory.create(best, views.get(best));
    }
  }
}
