package kata.flink.sqlpipeline;

import java.time.Duration;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Total orders, from Kafka to Kafka and PostgreSQL, all in SQL. */
public final class OrderTotals implements Pipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();

  static final String ORDERS =
      """
      CREATE TABLE orders (
        status STRING,
        category STRING,
        region STRING,
        amount_cents BIGINT,
        event_time TIMESTAMP_LTZ(3),
        WATERMARK FOR event_time AS event_time - INTERVAL '30' SECOND
      ) WITH (
        'connector' = 'kafka',
        'topic' = '%s',
        'properties.bootstrap.servers' = '%s',
        'properties.group.id' = '%s',
        'scan.startup.mode' = 'earliest-offset',
        'format' = 'json',
        'json.timestamp-format.standard' = 'ISO-8601'
      )
      """;

  static final String CATEGORY_TOTALS =
      """
      CREATE TABLE category_totals (
        window_start TIMESTAMP_LTZ(3),
        window_end TIMESTAMP_LTZ(3),
        category STRING,
        orders BIGINT,
        amount_cents BIGINT
      ) WITH (
        'connector' = 'kafka',
        'topic' = '%s',
        'properties.bootstrap.servers' = '%s',
        'sink.delivery-guarantee' = 'exactly-once',
        'sink.transactional-id-prefix' = '%s',
        'properties.transaction.timeout.ms' = '600000',
        'format' = 'json',
        'json.timestamp-format.standard' = 'ISO-8601'
      )
      """;

  static final String REGION_TOTALS =
      """
      CREATE TABLE region_totals (
        region STRING,
        orders BIGINT,
        amount_cents BIGINT,
        PRIMARY KEY (region) NOT ENFORCED
      ) WITH (
        'connector' = 'jdbc',
        'url' = '%s',
        'username' = '%s',
        'password' = '%s',
        'table-name' = 'region_totals'
      )
      """;

  static final String TOTAL_WINDOWS =
      """
      INSERT INTO category_totals
      SELECT window_start, window_end, category, COUNT(*), SUM(amount_cents)
      FROM TUMBLE(TABLE orders, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      WHERE status = 'CREATED'
      GROUP BY window_start, window_end, category
      """;

  static final String TOTAL_REGIONS =
      """
      INSERT INTO region_totals
      SELECT region, COUNT(*), SUM(amount_cents)
      FROM orders
      WHERE status = 'CREATED'
      GROUP BY region
      """;

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    tables.executeSql(orders(at));
    tables.executeSql(categoryTotals(at));
    tables.executeSql(regionTotals(at));
    tables.createStatementSet().addInsertSql(TOTAL_WINDOWS).addInsertSql(TOTAL_REGIONS).execute();
  }

  static String orders(Connections at) {
    return ORDERS.formatted(at.topic("orders"), at.kafka(), at.group());
  }

  static String categoryTotals(Connections at) {
    return CATEGORY_TOTALS.formatted(at.topic("category_totals"), at.kafka(), at.group());
  }

  static String regionTotals(Connections at) {
    return REGION_TOTALS.formatted(at.databaseUrl(), at.databaseUser(), at.databasePassword());
  }
}
