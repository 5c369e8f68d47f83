package kata.datasets.scenarios;

import java.util.Iterator;
import java.util.List;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.files.Damage;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories of orders that are JSON, and of records that should be. */
public final class OrderRowsScenarios {

  private static final int ORDERS_PER_STEP = 15;

  /** An amount that neither an int nor a double holds. */
  private static final String MUCH =
      """
      {"order_id":"o4","user_id":"dan","amount_cents":9007199254740993,"event_time":"2024-03-04T12:04:01Z"}\
      """;

  /** All orders are as they should be, and are not written alike. */
  public static final Scenario<Message> VALID =
      named("valid", "A shop in Berlin writes its own times; somebody pays nothing, or very much.")
          .from("12:01", "europe")
          .in(1)
          .text(
              "12:02",
              "bob",
              """
              {"order_id":"o2","user_id":"bob","amount_cents":700,"event_time":"2024-03-04T13:02:00+01:00"}\
              """)
          .checkpoint("12:03")
          .text(
              "12:04",
              "o3",
              """
              {"order_id":"o3","user_id":"cleo","amount_cents":0,"event_time":"2024-03-04T12:04:00.250Z"}\
              """)
          .text("12:04", "o4", MUCH)
          .text("12:04", "o4", MUCH)
          .checkpoint("12:05")
          .done();

  /** Some records are no JSON at all. */
  public static final Scenario<Message> NO_JSON =
      named("no-json", "Among the orders are a note, a tombstone and a record that was cut off.")
          .text("12:01", "tea for two")
          .from("12:02", "europe")
          .checkpoint("12:03")
          .in(1)
          .text("12:04", "o7", null)
          .in(0)
          .text("12:05", "o8", "{\"order_id\":\"o8\",\"user_id\":\"ann\",\"amou")
          .from("12:06", "europe")
          .checkpoint("12:07")
          .done();

  /** Some records lack a field that an order needs. */
  public static final Scenario<Message> HOLES =
      named("holes", "Some orders have no customer, no time, or an amount that is none.")
          .text(
              "12:01",
              "o5",
              """
              {"order_id":"o5","user_id":null,"amount_cents":5,"event_time":"2024-03-04T12:01:00Z"}\
              """)
          .from("12:02", "europe")
          .in(1)
          .text(
              "12:02",
              "o6",
              """
              {"order_id":"o6","user_id":"ann","amount_cents":null,"event_time":"2024-03-04T12:02:00Z"}\
              """)
          .checkpoint("12:03")
          .text("12:04", "o7", "{\"order_id\":\"o7\",\"user_id\":\"ann\",\"amount_cents\":5}")
          .text(
              "12:05",
              "o8",
              """
              {"order_id":"o8","user_id":"ann","amount_cents":"much","event_time":"2024-03-04T12:05:00Z"}\
              """)
          .in(0)
          .text(
              "12:05",
              "o9",
              """
              {"order_id":"o9","user_id":"ann","amount_cents":5.5,"event_time":"2024-03-04T12:05:00Z"}\
              """)
          .text(
              "12:05",
              "o10",
              """
              {"order_id":"o10","user_id":"ann","amount_cents":"5","event_time":"2024-03-04T12:05:00Z"}\
              """)
          .checkpoint("12:06")
          .done();

  /** Some records have a time that is none. */
  public static final Scenario<Message> BAD_TIMES =
      named("bad-times", "Times that are impossible, vague, a number, null, or of no zone.")
          .from("12:01", "europe")
          .text(
              "12:02",
              "o5",
              """
              {"order_id":"o5","user_id":"ann","amount_cents":5,"event_time":"2024-13-45T12:02:00Z"}\
              """)
          .checkpoint("12:03")
          .text(
              "12:04",
              "o6",
              """
              {"order_id":"o6","user_id":"ann","amount_cents":5,"event_time":"around noon"}\
              """)
          .in(1)
          .text(
              "12:05",
              "o7",
              """
              {"order_id":"o7","user_id":"ann","amount_cents":5,"event_time":1709553900000}\
              """)
          .text(
              "12:05",
              "o8",
              """
              {"order_id":"o8","user_id":"ann","amount_cents":5,"event_time":null}\
              """)
          .text(
              "12:05",
              "o9",
              """
              {"order_id":"o9","user_id":"ann","amount_cents":5,"event_time":"2024-03-04T12:05:00"}\
              """)
          .checkpoint("12:06")
          .done();

  /** The machine is lost when it has nothing to do. */
  public static final Scenario<Message> RESTART =
      named("restart", "The query is started on another machine, between two batches.")
          .from("12:01", "europe")
          .text("12:02", "tea for two")
          .checkpoint("12:03")
          .crash("12:04")
          .text("12:05", "and crème brûlée")
          .in(1)
          .from("12:05", "europe")
          .checkpoint("12:06")
          .done();

  /** The machine is lost after a batch was written and before it is committed. */
  public static final Scenario<Message> LOST_MACHINE =
      named("lost-machine", "The machine is lost when a batch is written already.")
          .from("12:01", "europe")
          .checkpoint("12:02")
          .from("12:03", "europe")
          .text("12:03", "tea for two")
          .crash("12:04")
          .checkpoint("12:05")
          .done();

  /** Generated orders, of which one in five is spoiled. */
  public static final Scenario<Message> SPOILED = spoiled();

  /** All stories of orders that are JSON, mostly. */
  public static final List<Scenario<Message>> ALL =
      List.of(VALID, NO_JSON, HOLES, BAD_TIMES, RESTART, LOST_MACHINE, SPOILED);

  private OrderRowsScenarios() {}

  private static OrderTopic named(String name, String story) {
    return OrderTopic.named(name, story, 2).output("order-rows").output("dead-orders");
  }

  private static Scenario<Message> spoiled() {
    OrderTopic story = named("spoiled", "Ordinary orders, of which one in five is spoiled.");
    Iterator<Order> orders = new OrderTraffic(3, TrafficSettings.smallShop()).arrivals();
    Damage damage = new Damage(0.2, 3);
    for (String look : List.of("00:00", "00:01", "00:02")) {
      for (int i = 0; i < ORDERS_PER_STEP; i++) {
        Order order = orders.next();
        story.in(Math.floorMod(order.orderId().hashCode(), 2)).order(order, damage);
      }
      story.checkpoint("2024-03-06 " + look);
    }
    return story.done();
  }
}
