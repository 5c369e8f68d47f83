package kata.flink.enrich;

import kata.datasets.Order;
import kata.datasets.Region;
import kata.datasets.Shipment;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Looks each order up in the table of regions, and lets it wait where the table has no answer. */
class FindWarehouse extends KeyedBroadcastProcessFunction<String, Order, Region, Shipment> {

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
