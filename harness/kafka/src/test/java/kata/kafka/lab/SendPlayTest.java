package kata.kafka.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.scenarios.ProduceScenarios;
import kata.pipeline.Connections;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SendPlayTest {

  private static final LabBroker BROKER = new LabBroker();

  @AfterAll
  static void close() {
    BROKER.close();
  }

  @Test
  void orders_that_are_collected_first_keep_their_order_when_the_first_is_refused()
      throws Exception {
    assertThat(statuses(ProduceScenarios.REFUSED_ONCE, Map.of("batch.size", 0)))
        .containsExactly("CREATED", "PAID", "SHIPPED");
  }

  @Test
  void orders_that_are_collected_first_are_there_once_when_an_answer_is_lost() throws Exception {
    assertThat(statuses(ProduceScenarios.ANSWER_LOST, Map.of("batch.size", 0)))
        .containsExactly("CREATED", "PAID", "SHIPPED");
  }

  private static List<String> statuses(Scenario<Order> scenario, Map<String, Object> special)
      throws Exception {
    OrderSender sender = (orders, at) -> sendCollected(orders, at, special);
    return new SendPlay(scenario, () -> BROKER)
        .play(sender).on("topic orders").emissions().stream()
            .map(it -> it.row().cells().get("status"))
            .toList();
  }

  private static void sendCollected(
      Iterable<Order> orders, Connections at, Map<String, Object> special) {
    List<Order> all = new ArrayList<>();
    orders.forEach(all::add);
    Map<String, Object> settings = new HashMap<>(special);
    settings.put("bootstrap.servers", at.kafka());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (Order order : all) {
        String json = "{\"status\": \"%s\"}".formatted(order.status());
        producer.send(new ProducerRecord<>(at.topic("orders"), order.userId(), json));
      }
    }
  }
}
