package kata.kafka.lab;

import kata.datasets.Order;
import kata.pipeline.Connections;

/** A program that sends orders to Kafka. */
public interface OrderSender {

  /**
   * Sends all orders to the topic {@code orders}. When it returns, the broker has them all.
   *
   * @param orders what to send, in this order; each is given out when it is asked for
   * @param at where the broker is, and what the topic is called there
   * @throws Exception if the broker has refused an order
   */
  void send(Iterable<Order> orders, Connections at) throws Exception;
}
