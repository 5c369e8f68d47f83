package kata.datasets.scenarios;

import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.PipelineStory;
import kata.datasets.Region;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;

/**
 * Tells the story of a pipeline that reads new orders and a table of regions, as JSON, from the
 * topics {@code orders} and {@code regions}.
 *
 * <p>Nothing says which topic is read first, not even when both are read again after a failure. So
 * a story that has one right answer lets a step bring records to one of them, and lets no crash
 * make the pipeline read both again.
 */
final class OrderTopics {

  private static final String ORDERS = "orders";
  private static final String REGIONS = "regions";
  private static final JsonLines<Order> ORDER_JSON = JsonLines.of(EventFields.ORDERS);
  private static final JsonLines<Region> REGION_JSON = JsonLines.of(EventFields.REGIONS);

  private final PipelineStory story;
  private int orders;
  private int entries;
  private Order latest;

  private OrderTopics(PipelineStory story) {
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  static OrderTopics named(String name, String told) {
    return new OrderTopics(PipelineStory.named(name, told).topic(ORDERS, 1).topic(REGIONS, 1));
  }

  /** There is a table, made by this statement in SQL. */
  OrderTopics table(String statement) {
    story.table(statement);
    return this;
  }

  /** A user orders something that goes to a region; the orders are called o1, o2 and so on. */
  OrderTopics order(String time, String user, String region) {
    int number = ++orders;
    latest =
        new Order(
            "e" + number,
            "o" + number,
            user,
            OrderStatus.CREATED,
            "coffee",
            region,
            1_250,
            StoryTime.parse(time));
    story.event(ORDERS, latest.orderId(), latest, ORDER_JSON.toLine(latest));
    return this;
  }

  /** The latest order arrives once more: its producer has got no answer, and sent it again. */
  OrderTopics orderAgain() {
    story.again(ORDERS, latest.orderId(), latest, ORDER_JSON.toLine(latest));
    return this;
  }

  /** From now on a warehouse serves a region. */
  OrderTopics region(String time, String name, String warehouse) {
    Region region = new Region("g" + ++entries, name, warehouse, StoryTime.parse(time));
    story.event(REGIONS, name, region, REGION_JSON.toLine(region));
    return this;
  }

  /** The pipeline has read all, and goes on. */
  OrderTopics goesOn(String time) {
    story.goesOn(time);
    return this;
  }

  /** The pipeline has read all and completes a checkpoint; what it has written is looked at. */
  OrderTopics checkpoint(String time) {
    story.checkpoint(time);
    return this;
  }

  /** The pipeline has read all and fails before the next checkpoint. */
  OrderTopics crash(String time) {
    story.crash(time);
    return this;
  }

  /** Ends the story. */
  Scenario<Message> done() {
    return story.done();
  }
}
