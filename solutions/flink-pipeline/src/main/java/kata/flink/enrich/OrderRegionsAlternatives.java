package kata.flink.enrich;

import static kata.flink.enrich.OrderRegions.FindWarehouse.WAITING;
import static kata.flink.enrich.OrderRegions.FindWarehouse.WAREHOUSES;
import static kata.flink.enrich.OrderRegions.FindWarehouse.ship;
import static kata.flink.enrich.OrderRegions.FindWarehouse.shipment;
import static kata.flink.enrich.OrderRegions.orders;
import static kata.flink.enrich.OrderRegions.regions;
import static kata.flink.enrich.OrderRegions.shipments;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.Order;
import kata.datasets.Region;
import kata.datasets.Shipment;
import kata.flink.enrich.OrderRegions.FindWarehouse;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Right answers to {@link OrderRegions} that are written differently. */
public final class OrderRegionsAlternatives {

  private OrderRegionsAlternatives() {}

  /** Orders have the user for a key, so that a new region looks into the list of every user. */
  public static final class KeyedByUser implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      orders(env, at)
          .keyBy(Order::userId)
          .connect(regions(env, at, OffsetsInitializer.earliest()).broadcast(WAREHOUSES))
          .process(new SearchEveryList())
          .sinkTo(shipments(at));
    }
  }

  /** Ships the orders of a region out of all lists, and leaves the others there. */
  private static final class SearchEveryList extends FindWarehouse {

    private static final long serialVersionUID = 1L;

    @Override
    public void processBroadcastElement(Region entry, Context context, Collector<Shipment> out)
        throws Exception {
      context.getBroadcastState(WAREHOUSES).put(entry.region(), entry.warehouse());
      context.applyToKeyedState(
          WAITING,
          (user, waiting) -> {
            List<Order> others = new ArrayList<>();
            for (Order order : waiting.get()) {
              if (order.region().equals(entry.region())) {
                out.collect(shipment(order, entry.warehouse()));
              } else {
                others.add(order);
              }
            }
            waiting.update(others);
          });
    }
  }

  /** Both streams have the region for a key, and nothing is broadcast. */
  public static final class KeyedTogether implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      orders(env, at)
          .keyBy(Order::region)
          .connect(regions(env, at, OffsetsInitializer.earliest()).keyBy(Region::region))
          .process(new MeetRegion())
          .sinkTo(shipments(at));
    }
  }

  /** Keeps the warehouse of one region, and the orders that wait for it. */
  private static final class MeetRegion
      extends KeyedCoProcessFunction<String, Order, Region, Shipment> {

    private static final long serialVersionUID = 1L;

    private transient ValueState<String> warehouse;
    private transient ListState<Order> waiting;

    @Override
    public void open(OpenContext context) {
      warehouse =
          getRuntimeContext().getState(new ValueStateDescriptor<>("warehouse", String.class));
      waiting = getRuntimeContext().getListState(WAITING);
    }

    @Override
    public void processElement1(Order order, Context context, Collector<Shipment> out)
        throws Exception {
      if (warehouse.value() == null) {
        waiting.add(order);
      } else {
        out.collect(shipment(order, warehouse.value()));
      }
    }

    @Override
    public void processElement2(Region entry, Context context, Collector<Shipment> out)
        throws Exception {
      warehouse.update(entry.warehouse());
      ship(waiting, entry, out);
      waiting.clear();
    }
  }

  /** Orders have no key at all; those that wait are a list that each checkpoint takes along. */
  public static final class WithoutKeys implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      orders(env, at)
          .connect(regions(env, at, OffsetsInitializer.earliest()).broadcast(WAREHOUSES))
          .process(new WaitTogether())
          .sinkTo(shipments(at));
    }
  }

  /** Keeps all orders that wait in one list of each parallel instance. */
  private static final class WaitTogether extends BroadcastProcessFunction<Order, Region, Shipment>
      implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private transient ListState<Order> checkpointed;
    private transient List<Order> waiting;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
      checkpointed = context.getOperatorStateStore().getListState(WAITING);
      waiting = new ArrayList<>();
      checkpointed.get().forEach(waiting::add);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
      checkpointed.update(waiting);
    }

    @Override
    public void processElement(Order order, ReadOnlyContext context, Collector<Shipment> out)
        throws Exception {
      String warehouse = context.getBroadcastState(WAREHOUSES).get(order.region());
      if (warehouse == null) {
        waiting.add(order);
      } else {
        out.collect(shipment(order, warehouse));
      }
    }

    @Override
    public void processBroadcastElement(Region entry, Context context, Collector<Shipment> out)
        throws Exception {
      context.getBroadcastState(WAREHOUSES).put(entry.region(), entry.warehouse());
      for (Order order : waiting) {
        if (order.region().equals(entry.region())) {
          out.collect(shipment(order, entry.warehouse()));
        }
      }
      waiting.removeIf(order -> order.region().equals(entry.region()));
    }
  }
}
