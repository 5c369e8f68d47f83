package kata.kafka.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kata.kafka.lab.OrderReader;
import kata.kafka.lab.OrderWork;
import kata.pipeline.Connections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads orders rightly, step by step, so that an answer can take one step another way. */
abstract class Consuming implements OrderReader {

  @Override
  public void read(Connections at, OrderWork work, BooleanSupplier stop) throws Exception {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", at.kafka());
    settings.put("group.id", at.group());
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("heartbeat.interval.ms", 200);
    configure(settings);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      begin(consumer, at.topic("orders"));
      loop(consumer, work, stop);
    }
  }

  /** Changes the settings. */
  void configure(Map<String, Object> settings) {}

  void begin(KafkaConsumer<String, String> consumer, String topic) {
    consumer.subscribe(List.of(topic));
  }

  void loop(KafkaConsumer<String, String> consumer, OrderWork work, BooleanSupplier stop)
      throws Exception {
    while (!stop.getAsBoolean()) {
      handle(consumer.poll(Duration.ofMillis(100)), consumer, work);
    }
  }

  void handle(
      ConsumerRecords<String, String> orders,
      KafkaConsumer<String, String> consumer,
      OrderWork work)
      throws Exception {
    doAll(orders, work);
    consumer.commitSync();
  }

  static void doAll(ConsumerRecords<String, String> orders, OrderWork work) throws Exception {
    for (ConsumerRecord<String, String> order : orders) {
      work.handle(order);
    }
  }

  static Map<TopicPartition, OffsetAndMetadata> after(ConsumerRecord<String, String> order) {
    return Map.of(partition(order), new OffsetAndMetadata(order.offset() + 1));
  }

  static TopicPartition partition(ConsumerRecord<String, String> order) {
    return new TopicPartition(order.topic(), order.partition());
  }
}
