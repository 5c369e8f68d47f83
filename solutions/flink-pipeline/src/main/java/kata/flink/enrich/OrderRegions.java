package kata.flink.enrich;

import java.time.Duration;
import kata.datasets.Order;
import kata.datasets.Region;
import kata.datasets.Shipment;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/** Add to each order the warehouse that a table of regions names, while that table changes. */
public final class OrderRegions implements Pipeline {

  private static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    found(orders(env, at), regions(env, at, OffsetsInitializer.earliest()), new FindWarehouse())
        .sinkTo(shipments(at));
  }

  static DataStream<Shipment> found(
      DataStream<Order> orders,
      DataStream<Region> regions,
      KeyedBroadcastProcessFunction<String, Order, Region, Shipment> find) {
    return orders
        .keyBy(Order::region)
        .connect(regions.broadcast(FindWarehouse.WAREHOUSES))
        .process(find);
  }

  static DataStream<Order> orders(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    return env.fromSource(
        topic(at, "orders", OffsetsInitializer.earliest(), new OrderSchema()),
        WatermarkStrategy.noWatermarks(),
        "orders");
  }

  static DataStream<Region> regions(
      StreamExecutionEnvironment env, Connections at, OffsetsInitializer start) {
    return env.fromSource(
        topic(at, "regions", start, new RegionSchema()),
        WatermarkStrategy.noWatermarks(),
        "regions");
  }

  private static <T> KafkaSource<T> topic(
      Connections at, String name, OffsetsInitializer start, DeserializationSchema<T> schema) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(at.kafka())
        .setTopics(at.topic(name))
        .setGroupId(at.group())
        .setStartingOffsets(start)
        .setValueOnlyDeserializer(schema)
        .build();
  }

  static JdbcSink<Shipment> shipments(Connections at) {
    return shipments(
        at,
        """
        insert into shipments (order_id, region, warehouse) values (?, ?, ?)
        on conflict (order_id) do nothing
        """);
  }

  static JdbcSink<Shipment> shipments(Connections at, String insert) {
    return JdbcSink.<Shipment>builder()
        .withQueryStatement(
            insert,
            (values, row) -> {
              values.setString(1, row.orderId());
              values.setString(2, row.region());
              values.setString(3, row.warehouse());
            })
        .buildAtLeastOnce(
            new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(at.databaseUrl())
                .withUsername(at.databaseUser())
                .withPassword(at.databasePassword())
                .build());
  }
}
