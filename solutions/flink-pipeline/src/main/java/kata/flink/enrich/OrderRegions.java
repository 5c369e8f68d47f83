package kata.flink.enrich;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kata.datasets.Order;
import kata.datasets.Region;
import kata.datasets.Shipment;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

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

  /**
   * Looks each order up in the table of regions, and lets it wait where the table has no answer.
   */
  static class FindWarehouse
      extends KeyedBroadcastProcessFunction<String, Order, Region, Shipment> {

    private static final long serialVersionUID = 1L;

    /** The warehouse of each region. */
    static final MapStateDescriptor<String, String> WAREHOUSES =
        new MapStateDescriptor<>("warehouses", String.class, String.class);

    /** The orders that wait for their region, which is the key. */
    static final ListStateDescriptor<Order> WAITING =
        new ListStateDescriptor<>("waiting", Order.class);

    @Override
    public void processElement(Order order, ReadOnlyContext context, Collector<Shipment> out)
        throws Exception {
      String warehouse = context.getBroadcastState(WAREHOUSES).get(order.region());
      if (warehouse == null) {
        getRuntimeContext().getListState(WAITING).add(order);
      } else {
        out.collect(shipment(order, warehouse));
      }
    }

    @Override
    public void processBroadcastElement(Region entry, Context context, Collector<Shipment> out)
        throws Exception {
      context.getBroadcastState(WAREHOUSES).put(entry.region(), entry.warehouse());
      context.applyToKeyedState(
          WAITING,
          (region, waiting) -> {
            if (region.equals(entry.region())) {
              ship(waiting, entry, out);
              waiting.clear();
            }
          });
    }

    static void ship(ListState<Order> waiting, Region entry, Collector<Shipment> out)
        throws Exception {
      for (Order order : waiting.get()) {
        out.collect(shipment(order, entry.warehouse()));
      }
    }

    static Shipment shipment(Order order, String warehouse) {
      return new Shipment(order.orderId(), order.region(), warehouse);
    }
  }

  /** Reads an order from the value of a record. */
  static final class OrderSchema extends AbstractDeserializationSchema<Order> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

    OrderSchema() {
      super(Order.class);
    }

    @Override
    public Order deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }

  /** Reads an entry of the table from the value of a record. */
  static final class RegionSchema extends AbstractDeserializationSchema<Region> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<Region> JSON = JsonLines.of(EventFields.REGIONS);

    RegionSchema() {
      super(Region.class);
    }

    @Override
    public Region deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }
}
