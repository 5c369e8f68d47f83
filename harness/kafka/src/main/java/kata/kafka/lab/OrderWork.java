package kata.kafka.lab;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with each order. */
public interface OrderWork {

  /**
   * Does the work for one order.
   *
   * @param order the record, of which the value is the order's id
   * @throws Exception if the work could not be done
   */
  void handle(ConsumerRecord<String, String> order) throws Exception;
}
