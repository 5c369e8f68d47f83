package kata.kafka.produce;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import kata.datasets.Order;
import kata.kafka.lab.OrderSender;
import kata.pipeline.Connections;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends all orders without waiting for each, and then asks what has become of every one. */
public final class OrderProducer implements OrderSender {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void send(Iterable<Order> orders, Connections at) throws Exception {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            at.kafka(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true);
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (Order order : orders) {
        answers.add(
            producer.send(
                new ProducerRecord<>(
                    at.topic("orders"),
                    null,
                    order.eventTime().toEpochMilli(),
                    order.userId(),
                    json(order))));
      }
    }
    for (Future<RecordMetadata> answer : answers) {
      answer.get();
    }
  }

  private static String json(Order order) throws Exception {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event_id", order.eventId());
    fields.put("order_id", order.orderId());
    fields.put("user_id", order.userId());
    fields.put("status", order.status().name());
    fields.put("category", order.category());
    fields.put("region", order.region());
    fields.put("amount_cents", order.amountCents());
    fields.put("event_time", order.eventTime().toString());
    return JSON.writeValueAsString(fields);
  }
}
