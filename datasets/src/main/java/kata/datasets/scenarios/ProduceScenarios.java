package kata.datasets.scenarios;

import java.time.Instant;
import java.util.List;
import kata.datasets.Happening;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.OrderStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about orders that a program sends to the topic {@code orders}. */
public final class ProduceScenarios {

  public static final Scenario<Order> TWO_CUSTOMERS =
      shop("two-customers", "Two customers order; one of them twice.")
          .created("12:00", "o1", "ann", "europe", 1250)
          .created("12:01", "o2", "ben", "asia", 4900)
          .paid("12:02:30.500", "o1")
          .created("12:03", "o3", "ann", "europe", 300)
          .cancelled("12:04", "o3")
          .shipped("12:05", "o1")
          .then("12:10", Happening.NOTHING)
          .done();

  public static final Scenario<Order> UNUSUAL =
      shop("unusual", "Letters, quotes and a sum that are rare, and an order that is paid twice.")
          .change(unusual(OrderStatus.CREATED, "12:00"))
          .change(unusual(OrderStatus.PAID, "12:01"))
          .change(unusual(OrderStatus.PAID, "12:02"))
          .then("12:10", Happening.NOTHING)
          .done();

  public static final Scenario<Order> SLOW =
      shop("slow-broker", "The broker takes its time with the last two orders.")
          .created("12:00", "o1", "ann", "europe", 1250)
          .then("12:01", Happening.NOTHING)
          .paid("12:02", "o1")
          .created("12:03", "o2", "ben", "asia", 4900)
          .then("12:04", Happening.BROKER_SLOW)
          .done();

  public static final Scenario<Order> ANSWER_LOST =
      shop("lost-answer", "The broker takes an order, and its answer is lost.")
          .created("12:00", "o1", "ann", "europe", 1250)
          .then("12:01", Happening.NOTHING)
          .paid("12:02", "o1")
          .then("12:03", Happening.ANSWER_LOST)
          .shipped("12:04", "o1")
          .then("12:05", Happening.NOTHING)
          .done();

  public static final Scenario<Order> REFUSED_ONCE =
      shop("refused-once", "The broker refuses an order once; the next one is on its way already.")
          .created("12:00", "o1", "ann", "europe", 1250)
          .then("12:01", Happening.NOTHING)
          .paid("12:02", "o1")
          .then("12:03", Happening.REFUSED_ONCE)
          .shipped("12:04", "o1")
          .then("12:05", Happening.NOTHING)
          .done();

  public static final Scenario<Order> REFUSED =
      shop("refused", "The broker refuses an order for good.")
          .created("12:00", "o1", "ann", "europe", 1250)
          .then("12:01", Happening.REFUSED)
          .done();

  public static final Scenario<Order> REFUSED_FIRST =
      shop("refused-first", "The broker refuses an order for good, and takes the next one.")
          .created("12:00", "o1", "ann", "europe", 1250)
          .then("12:01", Happening.REFUSED)
          .created("12:02", "o2", "ben", "asia", 4900)
          .then("12:03", Happening.NOTHING)
          .done();

  public static final Scenario<Order> TRAFFIC = traffic();

  /** All stories, the simplest first. */
  public static final List<Scenario<Order>> ALL =
      List.of(
          TWO_CUSTOMERS, UNUSUAL, SLOW, ANSWER_LOST, REFUSED_ONCE, REFUSED, REFUSED_FIRST, TRAFFIC);

  private ProduceScenarios() {}

  private static OrderStory shop(String name, String story) {
    return OrderStory.named(name, story).topic("orders", 3);
  }

  /** An order whose sum is more than an int holds, of a customer whose hash code is negative. */
  private static Order unusual(OrderStatus status, String time) {
    return new Order(
        "",
        "o1",
        "jürgen",
        status,
        "café \"noir\"",
        "europe",
        3_000_000_000L,
        StoryTime.parse(time));
  }

  /** Each order is a step, so that it is at the broker before the next one is given out. */
  private static Scenario<Order> traffic() {
    OrderStory story =
        OrderStory.named("traffic", "A busy shop sends 120 changes of orders.").topic("orders", 3);
    Instant clock = StoryTime.parse("20:00");
    for (Order order :
        new OrderTraffic(42, TrafficSettings.smallShop().withUsers(60)).first(120).toList()) {
      clock = clock.plusSeconds(60);
      story.change(order).then(StoryTime.format(clock), Happening.NOTHING);
    }
    return story.done();
  }
}
