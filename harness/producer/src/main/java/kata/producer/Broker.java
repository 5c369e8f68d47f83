package kata.producer;

import org.apache.kafka.clients.producer.Producer;

/** Leads to Kafka. */
@FunctionalInterface
interface Broker {

  /**
   * Returns what sends records to a topic, which exists then.
   *
   * @param address {@code host:port}, or several of them, separated by commas
   * @throws BrokerException if no broker answers, within seconds, or it refuses the topic
   */
  Producer<String, byte[]> connect(String address, String topic);
}
