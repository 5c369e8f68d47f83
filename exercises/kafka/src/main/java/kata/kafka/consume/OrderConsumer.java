package kata.kafka.consume;

import java.util.function.BooleanSupplier;
import kata.harness.verdict.NotSolvedYet;
import kata.kafka.lab.OrderReader;
import kata.kafka.lab.OrderWork;
import kata.pipeline.Connections;

/**
 * Read orders as a member of a group, and hand each to the work that is to be done with it.
 *
 * <p>The brokers are {@code at.kafka()}, the topic is {@code at.topic("orders")}, the group is
 * {@code at.group()}. Key and value are texts. A group that has read nothing yet begins with the
 * first order that there is. Members share the partitions, and an order counts as read when its
 * work is done: if a member dies before, this order comes again, and those before it that were
 * committed do not. If the work throws, let the exception out of read, or go back to the order: it
 * comes again until its work is done. Poll until {@code stop.getAsBoolean()} says so, and ask it
 * after each poll. Read docs/lessons/consume.md.
 */
public final class OrderConsumer implements OrderReader {

  @Override
  public void read(Connections at, OrderWork work, BooleanSupplier stop) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
