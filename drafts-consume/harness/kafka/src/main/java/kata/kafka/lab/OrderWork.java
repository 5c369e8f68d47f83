package kata.kafka.lab;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with each order. */
public interface OrderWork {

  /**
   * Does the work for one record.
   *
   * @throws RuntimeException when the program dies; it must end, and is started again
   */
  void handle(ConsumerRecord<String, String> order);
}
