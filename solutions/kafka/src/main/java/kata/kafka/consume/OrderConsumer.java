package kata.kafka.consume;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kata.kafka.lab.OrderReader;
import kata.kafka.lab.OrderWork;
import kata.pipeline.Connections;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Commits what a poll has brought when all of it is handled. */
public final class OrderConsumer implements OrderReader {

  private static final Duration TIMEOUT = Duration.ofMillis(100);

  @Override
  public void read(Connections at, OrderWork work, BooleanSupplier stop) throws Exception {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            at.kafka(),
            ConsumerConfig.GROUP_ID_CONFIG,
            at.group(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            // By its heartbeats a member hears that others have come or gone.
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            200);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(at.topic("orders")));
      while (!stop.getAsBoolean()) {
        for (ConsumerRecord<String, String> order : consumer.poll(TIMEOUT)) {
          work.handle(order);
        }
        consumer.commitSync();
      }
    }
  }
}
