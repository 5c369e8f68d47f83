package kata.kafka.produce;

import kata.datasets.Order;
import kata.harness.verdict.NotSolvedYet;
import kata.kafka.lab.OrderSender;
import kata.pipeline.Connections;

/**
 * Send the changes of orders as Avro, so that whoever has the shop's schema can read them.
 *
 * <p>Brokers, topic, key and timestamp are those of OrderProducer, and as much may go wrong on the
 * way. The value is one record in Avro's binary encoding and nothing else: no header, no schema, no
 * number of a schema. The schema is on the class path, {@code /kata/avro/order.avsc}; it names the
 * fields, says their units, and the order in which they are written. Read docs/lessons/produce.md.
 */
public final class AvroProducer implements OrderSender {

  @Override
  public void send(Iterable<Order> orders, Connections at) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
