package kata.datasets.scenarios;

import java.util.Iterator;
import java.util.List;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about orders that go through a pipeline in SQL, into a topic and a table. */
public final class SqlPipelineScenarios {

  private static final String ORDERS = "orders";
  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  public static final Scenario<Message> STATUSES =
      new Told("statuses", "Orders, one of them huge, are created, and later paid or cancelled.")
          .order("12:01", "o1", OrderStatus.CREATED, "coffee", "europe", 900)
          .order("12:02", "o2", OrderStatus.CREATED, "tea", "asia", 500)
          .order("12:03", "o1", OrderStatus.PAID, "coffee", "europe", 900)
          .order("12:04:59.999", "o3", OrderStatus.CREATED, "coffee", "asia", 3_000_000_001L)
          .order("12:05", "o4", OrderStatus.CREATED, "coffee", "europe", 300)
          .order("12:05:30", "o2", OrderStatus.CANCELLED, "tea", "asia", 500)
          .order("12:05:40", "o0", OrderStatus.PAID, "coffee", "africa", 100)
          .checkpoint("12:06")
          .order("12:10:30", "o5", OrderStatus.CREATED, "tea", "europe", 200)
          .checkpoint("12:11")
          .done();

  public static final Scenario<Message> DISORDER =
      new Told("disorder", "Three orders come out of order, and one when its window is closed.")
          .order("12:04:50", "o1", OrderStatus.CREATED, "coffee", "europe", 900)
          .order("12:05:20", "o2", OrderStatus.CREATED, "tea", "europe", 500)
          .order("12:04:55", "o3", OrderStatus.CREATED, "coffee", "europe", 900)
          .checkpoint("12:05:25")
          .order("12:05:29.998", "o4", OrderStatus.CREATED, "tea", "asia", 100)
          .order("12:04:59", "o5", OrderStatus.CREATED, "coffee", "asia", 200)
          .order("12:03:30", "o8", OrderStatus.CREATED, "coffee", "asia", 50)
          .order("12:05:31", "o6", OrderStatus.CREATED, "tea", "asia", 700)
          .order("12:04:58", "o7", OrderStatus.CREATED, "coffee", "asia", 300)
          .checkpoint("12:06")
          .done();

  public static final Scenario<Message> SENT_LATER =
      new Told("orders-sent-later", "A till had no network, and sends its orders later.")
          .sentAt("12:09", "12:01", "o1", "coffee", "europe", 900)
          .sentAt("12:09", "12:02", "o2", "coffee", "europe", 500)
          .sentAt("12:10:40", "12:05:30", "o3", "tea", "asia", 700)
          .checkpoint("12:11")
          .done();

  public static final Scenario<Message> CRASH =
      new Told("orders-crash", "The job has written results, and fails before the next checkpoint.")
          .order("12:01", "o1", OrderStatus.CREATED, "coffee", "europe", 900)
          .checkpoint("12:02")
          .order("12:03", "o2", OrderStatus.CREATED, "coffee", "europe", 500)
          .order("12:05:30", "o3", OrderStatus.CREATED, "tea", "asia", 700)
          .crash("12:06")
          .order("12:07", "o4", OrderStatus.CREATED, "tea", "asia", 200)
          .order("12:10:30", "o5", OrderStatus.CREATED, "coffee", "asia", 400)
          .checkpoint("12:11")
          .done();

  public static final Scenario<Message> TRAFFIC = traffic();

  public static final List<Scenario<Message>> ALL =
      List.of(STATUSES, DISORDER, SENT_LATER, CRASH, TRAFFIC);

  private SqlPipelineScenarios() {}

  private static Scenario<Message> traffic() {
    Iterator<Order> orders =
        new OrderTraffic(5, TrafficSettings.smallShop().withEventsPerSecond(0.1)).arrivals();
    return new Told("orders-traffic", "Generated orders; the job fails once.")
        .next(60, orders)
        .checkpoint("13:00")
        .next(40, orders)
        .crash("13:01")
        .next(40, orders)
        .checkpoint("13:02")
        .done();
  }

  /** A story of orders. */
  private static final class Told {

    private final PipelineStory story;
    private int events;

    Told(String name, String sentence) {
      story =
          PipelineStory.named(name, sentence)
              .topic(ORDERS, 1)
              .topic("category_totals", 1)
              .table(
                  """
                  create table region_totals (
                    region text primary key,
                    orders bigint not null,
                    amount_cents bigint not null)
                  """);
    }

    Told order(
        String time, String id, OrderStatus status, String category, String region, long cents) {
      return order(change(time, id, status, category, region, cents));
    }

    private Told order(Order order) {
      story.event(ORDERS, order.orderId(), order, JSON.toLine(order));
      return this;
    }

    /** An order reaches Kafka at another time than that at which it was created. */
    Told sentAt(String sent, String time, String id, String category, String region, long cents) {
      Order order = change(time, id, OrderStatus.CREATED, category, region, cents);
      story.record(ORDERS, id, sent, JSON.toLine(order));
      return this;
    }

    private Order change(
        String time, String id, OrderStatus status, String category, String region, long cents) {
      return new Order(
          "e" + ++events, id, "ann", status, category, region, cents, StoryTime.parse(time));
    }

    Told next(int number, Iterator<Order> orders) {
      for (int i = 0; i < number; i++) {
        order(orders.next());
      }
      return this;
    }

    Told checkpoint(String time) {
      story.checkpoint(time);
      return this;
    }

    Told crash(String time) {
      story.crash(time);
      return this;
    }

    Scenario<Message> done() {
      return story.done();
    }
  }
}
