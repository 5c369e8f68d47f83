package kata.kafka.produce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.kafka.lab.OrderSender;
import kata.pipeline.Connections;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends orders rightly, step by step, so that an answer can take one step another way. */
abstract class Sending implements OrderSender {

  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  @Override
  public void send(Iterable<Order> orders, Connections at) throws Exception {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", at.kafka());
    configure(settings);
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    for (Order order : orders) {
      answers.add(sent(producer, record(at.topic("orders"), order)));
    }
    finish(producer, answers);
  }

  /** Adds to the settings, of which the defaults are right. */
  void configure(Map<String, Object> settings) {}

  ProducerRecord<String, byte[]> record(String topic, Order order) {
    return new ProducerRecord<>(
        topic, null, order.eventTime().toEpochMilli(), key(order), value(order));
  }

  String key(Order order) {
    return order.userId();
  }

  byte[] value(Order order) {
    return JSON.toLine(order).getBytes(UTF_8);
  }

  Future<RecordMetadata> sent(
      KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
      throws Exception {
    return producer.send(record);
  }

  void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers)
      throws Exception {
    producer.close();
    for (Future<RecordMetadata> answer : answers) {
      answer.get();
    }
  }
}
