package kata.datasets.scenarios;

import java.nio.charset.StandardCharsets;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.Damage;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;

/** Tells the story of a pipeline that reads orders, as JSON, from the topic {@code orders}. */
final class OrderTopic {

  private static final String TOPIC = "orders";
  private static final String SOMEBODY = "ann";
  private static final long SOME_CENTS = 1_299;
  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  private final PipelineStory story;
  private int events;

  private OrderTopic(PipelineStory story) {
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  static OrderTopic named(String name, String told, int partitions) {
    return new OrderTopic(PipelineStory.named(name, told).topic(TOPIC, partitions));
  }

  /** There is a topic, of one partition, into which the pipeline writes. */
  OrderTopic output(String topic) {
    story.topic(topic, 1);
    return this;
  }

  /** What is told next arrives in this partition, counted from 0. */
  OrderTopic in(int partition) {
    story.in(partition);
    return this;
  }

  /** A new order comes from a region. */
  OrderTopic from(String time, String region) {
    return order(time, OrderStatus.CREATED, region);
  }

  /** A new order that costs nothing comes from a region. */
  OrderTopic free(String time, String region) {
    return order(next(time, OrderStatus.CREATED, region, 0));
  }

  /** An order has a new status. */
  OrderTopic is(String time, OrderStatus status) {
    return order(time, status, "europe");
  }

  private OrderTopic order(String time, OrderStatus status, String region) {
    return order(next(time, status, region));
  }

  private Order next(String time, OrderStatus status, String region) {
    return next(time, status, region, SOME_CENTS);
  }

  private Order next(String time, OrderStatus status, String region, long cents) {
    events++;
    return new Order(
        "e" + events,
        "o" + events,
        SOMEBODY,
        status,
        "coffee",
        region,
        cents,
        StoryTime.parse(time));
  }

  /** A new order comes from a region, and Kafka gets to know it at another time. */
  OrderTopic fromSentAt(String sent, String time, String region) {
    return sentAt(sent, next(time, OrderStatus.CREATED, region));
  }

  /** An order has a new status, and Kafka gets to know it at another time. */
  OrderTopic isSentAt(String sent, String time, OrderStatus status) {
    return sentAt(sent, next(time, status, "europe"));
  }

  private OrderTopic sentAt(String sent, Order order) {
    story.record(TOPIC, order.orderId(), sent, JSON.toLine(order));
    return this;
  }

  /** An order that was made elsewhere arrives. */
  OrderTopic order(Order order) {
    story.event(TOPIC, order.orderId(), order, JSON.toLine(order));
    return this;
  }

  /** A record arrives that may be anything; null is a tombstone. */
  OrderTopic text(String time, String text) {
    return text(time, null, text);
  }

  /** A record with a key arrives that may be anything; null is a tombstone. */
  OrderTopic text(String time, String key, String text) {
    story.record(TOPIC, key, time, text);
    return this;
  }

  /** A record arrives whose text is in Latin-1. */
  OrderTopic latin1(String time, String text) {
    story.record(TOPIC, null, time, text, StandardCharsets.ISO_8859_1);
    return this;
  }

  /** The record of an order arrives, and something has spoiled it or not. */
  OrderTopic order(Order order, Damage damage) {
    return text(
        StoryTime.format(order.eventTime()), order.orderId(), damage.line(JSON.toLine(order)));
  }

  /** The pipeline has read all, and goes on. */
  OrderTopic goesOn(String time) {
    story.goesOn(time);
    return this;
  }

  /** The pipeline has read all and completes a checkpoint; what it has written is looked at. */
  OrderTopic checkpoint(String time) {
    story.checkpoint(time);
    return this;
  }

  /** The pipeline has read all and fails before the next checkpoint. */
  OrderTopic crash(String time) {
    story.crash(time);
    return this;
  }

  /** Ends the story. */
  Scenario<Message> done() {
    return story.done();
  }
}
