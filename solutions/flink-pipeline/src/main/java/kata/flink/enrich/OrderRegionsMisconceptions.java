package kata.flink.enrich;

import static kata.flink.enrich.OrderRegions.found;
import static kata.flink.enrich.OrderRegions.orders;
import static kata.flink.enrich.OrderRegions.regions;
import static kata.flink.enrich.OrderRegions.shipments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.Order;
import kata.datasets.Region;
import kata.datasets.Shipment;
import kata.flink.enrich.OrderRegions.FindWarehouse;
import kata.flink.pipeline.Pipeline;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Wrong answers to {@link OrderRegions}. */
public final class OrderRegionsMisconceptions {

  private static final String REPLACE =
      """
      insert into shipments (order_id, region, warehouse) values (?, ?, ?)
      on conflict (order_id) do update set warehouse = excluded.warehouse
      """;

  private OrderRegionsMisconceptions() {}

  private static void build(StreamExecutionEnvironment env, Connections at, FindWarehouse find) {
    found(orders(env, at), regions(env, at, OffsetsInitializer.earliest()), find)
        .sinkTo(shipments(at));
  }

  @Misconception(
      headline = "After the failure the table of regions is empty, and orders wait for ever.",
      when = "the table is kept in a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.")
  public static final class KeepsTableInAField implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(env, at, new TableInAField());
    }
  }

  private static final class TableInAField extends FindWarehouse {

    private static final long serialVersionUID = 1L;

    private transient Map<String, String> warehouses;

    @Override
    public void open(OpenContext context) {
      warehouses = new HashMap<>();
    }

    @Override
    public void processElement(Order order, ReadOnlyContext context, Collector<Shipment> out)
        throws Exception {
      String warehouse = warehouses.get(order.region());
      if (warehouse == null) {
        getRuntimeContext().getListState(WAITING).add(order);
      } else {
        out.collect(shipment(order, warehouse));
      }
    }

    @Override
    public void processBroadcastElement(Region entry, Context context, Collector<Shipment> out)
        throws Exception {
      super.processBroadcastElement(entry, context, out);
      warehouses.put(entry.region(), entry.warehouse());
    }
  }

  @Misconception(
      headline = "Orders that waited during the failure are lost.",
      when = "the orders that wait are kept in a field of the function.",
      rule = "An order that was read before the checkpoint is not read again: it must be in state.")
  public static final class KeepsWaitingInAField implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(env, at, new WaitingInAField());
    }
  }

  private static final class WaitingInAField extends FindWarehouse {

    private static final long serialVersionUID = 1L;

    private transient List<Order> waiting;

    @Override
    public void open(OpenContext context) {
      waiting = new ArrayList<>();
    }

    @Override
    public void processElement(Order order, ReadOnlyContext context, Collector<Shipment> out)
        throws Exception {
      if (context.getBroadcastState(WAREHOUSES).contains(order.region())) {
        super.processElement(order, context, out);
      } else {
        waiting.add(order);
      }
    }

    @Override
    public void processBroadcastElement(Region entry, Context context, Collector<Shipment> out)
        throws Exception {
      context.getBroadcastState(WAREHOUSES).put(entry.region(), entry.warehouse());
      waiting.stream()
          .filter(order -> order.region().equals(entry.region()))
          .forEach(order -> out.collect(shipment(order, entry.warehouse())));
      waiting.removeIf(order -> order.region().equals(entry.region()));
    }
  }

  @Misconception(
      headline = "Orders that came before their region are in no row.",
      when = "an order whose region is not in the table is left out.",
      rule = "Two topics have no common order: the table may always come after the event.")
  public static final class DropsUnknown implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(
          env,
          at,
          new FindWarehouse() {
            @Override
            public void processElement(
                Order order, ReadOnlyContext context, Collector<Shipment> out) throws Exception {
              if (context.getBroadcastState(WAREHOUSES).contains(order.region())) {
                super.processElement(order, context, out);
              }
            }
          });
    }
  }

  @Misconception(
      headline = "Orders that came before their region have the warehouse \"unknown\" for ever.",
      when = "an order whose region is not in the table is written without an answer.",
      rule = "An answer that is to be completed needs somebody who remembers the question.")
  public static final class MarksUnknown implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(
          env,
          at,
          new FindWarehouse() {
            @Override
            public void processElement(
                Order order, ReadOnlyContext context, Collector<Shipment> out) throws Exception {
              String warehouse = context.getBroadcastState(WAREHOUSES).get(order.region());
              out.collect(shipment(order, warehouse == null ? "unknown" : warehouse));
            }
          });
    }
  }

  @Misconception(
      headline = "A change of the table changes orders that have been served already.",
      when = "orders that waited are not taken off the list when they are shipped.",
      rule = "State that has done its work must be cleared, or it does its work again.")
  public static final class ShipsAgain implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      FindWarehouse find =
          new FindWarehouse() {
            @Override
            public void processBroadcastElement(
                Region entry, Context context, Collector<Shipment> out) throws Exception {
              context.getBroadcastState(WAREHOUSES).put(entry.region(), entry.warehouse());
              context.applyToKeyedState(
                  WAITING,
                  (region, waiting) -> {
                    if (region.equals(entry.region())) {
                      ship(waiting, entry, out);
                    }
                  });
            }
          };
      found(orders(env, at), regions(env, at, OffsetsInitializer.earliest()), find)
          .sinkTo(shipments(at, REPLACE));
    }
  }

  @Misconception(
      headline = "An order that was sent twice has moved to another warehouse.",
      when = "the second row of an order replaces the first.",
      rule = "Whoever sends until there is an answer sends twice: what is done stays as it is.")
  public static final class ReplacesTheFirst implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      found(orders(env, at), regions(env, at, OffsetsInitializer.earliest()), new FindWarehouse())
          .sinkTo(shipments(at, REPLACE));
    }
  }

  @Misconception(
      headline = "Orders have a warehouse of another region.",
      when = "a new entry releases all orders that wait, under every key.",
      rule = "What is broadcast has no key: the function gets each key's state, and has to choose.")
  public static final class ReleasesEverybody implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(
          env,
          at,
          new FindWarehouse() {
            @Override
            public void processBroadcastElement(
                Region entry, Context context, Collector<Shipment> out) throws Exception {
              context.getBroadcastState(WAREHOUSES).put(entry.region(), entry.warehouse());
              context.applyToKeyedState(
                  WAITING,
                  (region, waiting) -> {
                    ship(waiting, entry, out);
                    waiting.clear();
                  });
            }
          });
    }
  }

  @Misconception(
      headline = "The table never changes: orders get the warehouse that was entered first.",
      when = "an entry for a region that is in the table already is ignored.",
      rule = "A topic that tells of changes says last what is true now.")
  public static final class KeepsFirstEntry implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(
          env,
          at,
          new FindWarehouse() {
            @Override
            public void processBroadcastElement(
                Region entry, Context context, Collector<Shipment> out) throws Exception {
              if (!context.getBroadcastState(WAREHOUSES).contains(entry.region())) {
                super.processBroadcastElement(entry, context, out);
              }
            }
          });
    }
  }

  @Misconception(
      headline = "Of several orders that wait for a region, only the last one is shipped.",
      when = "the state under a key holds one order instead of a list.",
      rule = "A value is replaced by the next. Where several wait, the state has to be a list.")
  public static final class KeepsOneWaiting implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      OrderRegionsMisconceptions.build(
          env,
          at,
          new FindWarehouse() {
            @Override
            public void processElement(
                Order order, ReadOnlyContext context, Collector<Shipment> out) throws Exception {
              getRuntimeContext().getListState(WAITING).clear();
              super.processElement(order, context, out);
            }
          });
    }
  }

  @Misconception(
      headline = "What was in the table before the job started is missing.",
      when = "the topic of the table is read from its end.",
      rule = "A topic that holds a table is read from its beginning, or the table has holes.")
  public static final class ReadsTableFromItsEnd implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      found(orders(env, at), regions(env, at, OffsetsInitializer.latest()), new FindWarehouse())
          .sinkTo(shipments(at));
    }
  }
}
