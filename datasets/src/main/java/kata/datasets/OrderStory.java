package kata.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a {@link Scenario} of orders that a program sends to Kafka, and of what happens meanwhile.
 *
 * <pre>{@code
 * OrderStory.named("lost-answer", "The broker takes an order, and its answer is lost.")
 *     .topic("orders", 3)
 *     .created("12:00", "o1", "ann", "europe", 1250)
 *     .paid("12:01", "o1")
 *     .then("12:02", Happening.ANSWER_LOST)
 *     .done();
 * }</pre>
 *
 * A change of an order repeats what is known of it. Times are read by {@link StoryTime}. Every
 * method throws a {@link ScenarioException} that names the scenario and the step if the story makes
 * no sense.
 */
public final class OrderStory {

  private static final Feed RAW = new Feed(true, 1, Map.of());
  private static final String CATEGORY = "coffee";

  private final String name;
  private final String story;
  private final Map<String, Integer> topics = new LinkedHashMap<>();
  private final Map<String, Order> known = new LinkedHashMap<>();
  private final List<Scenario.Step<Order>> steps = new ArrayList<>();
  private final List<Order> changes = new ArrayList<>();
  private int events;

  private OrderStory(String name, String story) {
    this.name = name;
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  public static OrderStory named(String name, String story) {
    return new OrderStory(name, story);
  }

  /** There is a topic, with so many partitions, 1 or more. */
  public OrderStory topic(String topic, int partitions) {
    topics.put(topic, partitions);
    return this;
  }

  /** A customer orders. */
  public OrderStory created(String time, String order, String user, String region, long cents) {
    if (known.containsKey(order)) {
      throw problem("the order %s is created twice.".formatted(order));
    }
    return change(
        new Order("", order, user, OrderStatus.CREATED, CATEGORY, region, cents, moment(time)));
  }

  /** An order is paid. */
  public OrderStory paid(String time, String order) {
    return change(time, order, OrderStatus.PAID);
  }

  /** An order is shipped. */
  public OrderStory shipped(String time, String order) {
    return change(time, order, OrderStatus.SHIPPED);
  }

  /** An order is called off. */
  public OrderStory cancelled(String time, String order) {
    return change(time, order, OrderStatus.CANCELLED);
  }

  /** A change comes that was made elsewhere, for example by generated traffic. */
  public OrderStory change(Order order) {
    changes.add(withId(order));
    known.put(order.orderId(), order);
    return this;
  }

  private OrderStory change(String time, String order, OrderStatus status) {
    Order before = known.get(order);
    if (before == null) {
      throw problem("the order %s is %s before it is created.".formatted(order, status));
    }
    return change(
        new Order(
            "",
            order,
            before.userId(),
            status,
            before.category(),
            before.region(),
            before.amountCents(),
            moment(time)));
  }

  private Order withId(Order order) {
    events++;
    return new Order(
        "e" + events,
        order.orderId(),
        order.userId(),
        order.status(),
        order.category(),
        order.region(),
        order.amountCents(),
        order.eventTime());
  }

  /** Ends a step, to whose orders this happens when they are sent. */
  public OrderStory then(String time, Happening happening) {
    Instant moment = moment(time);
    if (!steps.isEmpty() && !moment.isAfter(steps.get(steps.size() - 1).moment())) {
      throw problem("the clock shows %s too late. A clock never goes back.".formatted(time));
    }
    steps.add(new Scenario.Step<>(changes, moment, happening));
    changes.clear();
    return this;
  }

  /**
   * Ends the story.
   *
   * @throws ScenarioException if no order changes, or if changes follow the last step
   */
  public Scenario<Order> done() {
    if (known.isEmpty()) {
      throw problem("nothing happens. Let at least one order be created.");
    }
    if (!changes.isEmpty()) {
      throw problem("orders follow the last step. End the story with then(...).");
    }
    return new Scenario<>(name, story, steps, RAW, new Setting(topics, Map.of(), List.of()));
  }

  private Instant moment(String time) {
    try {
      return StoryTime.parse(time);
    } catch (ScenarioException e) {
      throw problem(e.getMessage());
    }
  }

  private ScenarioException problem(String what) {
    return new ScenarioException(
        "Scenario \"%s\", step %d: %s".formatted(name, steps.size() + 1, what));
  }
}
