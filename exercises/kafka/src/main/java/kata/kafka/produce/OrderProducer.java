package kata.kafka.produce;

import kata.datasets.Order;
import kata.harness.verdict.NotSolvedYet;
import kata.kafka.lab.OrderSender;
import kata.pipeline.Connections;

/**
 * Send the changes of orders to a topic, so that nothing is lost and each customer's are in order.
 *
 * <p>The brokers are {@code at.kafka()}, the topic is {@code at.topic("orders")}. The key of a
 * record is the user's id, so that all changes of one customer are in one partition, in the order
 * in which they are given. Its value is JSON in UTF-8 with the fields event_id, order_id, user_id,
 * status, category, region, amount_cents (a number) and event_time (as in 2024-03-04T12:00:00Z).
 * Its timestamp is the time of the event. Each change is there once, also if the broker is slow, if
 * its answer gets lost, or if it refuses for a while. When send returns, the broker has all; if it
 * has refused one for good, send throws. Read docs/lessons/produce.md.
 */
public final class OrderProducer implements OrderSender {

  @Override
  public void send(Iterable<Order> orders, Connections at) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
