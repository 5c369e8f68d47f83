package kata.spark.watermarks;

import kata.spark.lab.TwoStreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Right answers, written differently. */
public final class SeveralInputsAlternatives {

  private SeveralInputsAlternatives() {}

  /** Puts the streams together in SQL. */
  public static final class Sql implements TwoStreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      web.withWatermark("event_time", "60 seconds").createOrReplaceTempView("web");
      app.withWatermark("event_time", "300 seconds").createOrReplaceTempView("app");
      return web.sparkSession()
          .sql(
              """
              SELECT window.start AS window_start, window.end AS window_end, page, views
              FROM (
                SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
                FROM (SELECT page, event_time FROM web UNION ALL SELECT page, event_time FROM app)
                GROUP BY 1, 2)
              """);
    }
  }

  /** The other way round, by the names of the columns, and says what is the default. */
  public static final class ByName implements TwoStreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      web.sparkSession().conf().set("spark.sql.streaming.multipleWatermarkPolicy", "min");
      Dataset<Row> late = app.select("event_time", "page").withWatermark("event_time", "5 minutes");
      Dataset<Row> quick = web.select("page", "event_time").withWatermark("event_time", "1 minute");
      return Counts.of(late.unionByName(quick));
    }
  }
}
