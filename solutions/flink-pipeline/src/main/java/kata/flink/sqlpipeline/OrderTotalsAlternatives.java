package kata.flink.sqlpipeline;

import static kata.flink.sqlpipeline.OrderTotals.CHECKPOINT_INTERVAL;
import static kata.flink.sqlpipeline.OrderTotals.TOTAL_REGIONS;
import static kata.flink.sqlpipeline.OrderTotals.TOTAL_WINDOWS;
import static kata.flink.sqlpipeline.OrderTotals.categoryTotals;
import static kata.flink.sqlpipeline.OrderTotals.orders;
import static kata.flink.sqlpipeline.OrderTotals.regionTotals;

import java.time.ZoneOffset;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Right answers to {@link OrderTotals} that are written differently. */
public final class OrderTotalsAlternatives {

  private OrderTotalsAlternatives() {}

  /** Writes the statement set in SQL as well, and counts what is created with a filter. */
  public static final class StatementSetInSql implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      StreamTableEnvironment tables = StreamTableEnvironment.create(env);
      tables.executeSql(orders(at));
      tables.executeSql(categoryTotals(at));
      tables.executeSql(regionTotals(at));
      tables.executeSql(
          """
          CREATE TEMPORARY VIEW created AS
          SELECT category, region, amount_cents, event_time FROM orders WHERE status = 'CREATED'
          """);
      tables.executeSql(
          """
          EXECUTE STATEMENT SET BEGIN
            INSERT INTO region_totals
            SELECT region, SUM(1), SUM(amount_cents) FROM created GROUP BY region;
            INSERT INTO category_totals
            SELECT window_start, window_end, category, COUNT(amount_cents), SUM(amount_cents)
            FROM TABLE(TUMBLE(TABLE created, DESCRIPTOR(event_time), INTERVAL '5' MINUTE))
            GROUP BY category, window_end, window_start;
          END
          """);
    }
  }

  /** Takes times without a zone, reads and writes them as text, and says that all is UTC. */
  public static final class TimesAsText implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      StreamTableEnvironment tables = StreamTableEnvironment.create(env);
      tables.getConfig().setLocalTimeZone(ZoneOffset.UTC);
      tables.executeSql(
          orders(at)
              .replace("event_time TIMESTAMP_LTZ(3)", "event_time STRING, created_at AS " + TIME)
              .replace(
                  "event_time AS event_time - INTERVAL", "created_at AS created_at - INTERVAL"));
      tables.executeSql(
          categoryTotals(at)
              .replace("window_start TIMESTAMP_LTZ(3)", "window_start STRING")
              .replace("window_end TIMESTAMP_LTZ(3)", "window_end STRING"));
      tables.executeSql(regionTotals(at));
      tables
          .createStatementSet()
          .addInsertSql(
              TOTAL_WINDOWS
                  .replace("SELECT window_start, window_end,", "SELECT " + START + ", " + END + ",")
                  .replace("event_time", "created_at"))
          .addInsertSql(TOTAL_REGIONS)
          .execute();
    }

    private static final String TIME =
        "CAST(REPLACE(REPLACE(event_time, 'T', ' '), 'Z', '') AS TIMESTAMP(3))";
    private static final String START = "DATE_FORMAT(window_start, 'yyyy-MM-dd''T''HH:mm:ss''Z''')";
    private static final String END = "DATE_FORMAT(window_end, 'yyyy-MM-dd''T''HH:mm:ss''Z''')";
  }
}
