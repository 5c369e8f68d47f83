package kata.spark.late;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.window;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kata.spark.lab.MonitoredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Right answers, written differently. */
public final class LateRowsAlternatives {

  private LateRowsAlternatives() {}

  /** What answers have in common that differ in the query alone. */
  abstract static class Monitored implements MonitoredQuery {

    @Override
    public long dropped(StreamingQueryProgress progress) {
      long rows = 0;
      for (StateOperatorProgress operator : progress.stateOperators()) {
        rows += operator.numRowsDroppedByWatermark();
      }
      return rows;
    }
  }

  /** The whole query in SQL. */
  public static final class Sql extends Monitored {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      views.createOrReplaceTempView("views");
      return views
          .sparkSession()
          .sql(
              """
              SELECT window.start AS window_start, window.end AS window_end, page, views
              FROM (
                SELECT window(event_time, '5 minutes') AS window, page, count(*) AS views
                FROM views
                GROUP BY 1, 2)
              """);
    }
  }

  /** Gives each view its window first, and adds up ones; reads the progress as JSON. */
  public static final class FromJson implements MonitoredQuery {

    private static final Pattern DROPPED = Pattern.compile("\"numRowsDroppedByWatermark\":(\\d+)");

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return views
          .select(window(col("event_time"), "5 minutes").as("w"), col("page"), lit(1L).as("one"))
          .groupBy("w", "page")
          .agg(sum("one").as("views"))
          .select(
              expr("w.start AS window_start"),
              expr("w.end AS window_end"),
              col("page"),
              col("views"));
    }

    @Override
    public long dropped(StreamingQueryProgress progress) {
      Matcher matcher = DROPPED.matcher(progress.json());
      return matcher.results().mapToLong(it -> Long.parseLong(it.group(1))).sum();
    }
  }
}
