package kata.producer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Real brokers. */
final class KafkaBroker implements Broker {

  private final Duration patience;

  /** Waits this long for an answer; whole milliseconds. */
  KafkaBroker(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Producer<String, byte[]> connect(String address, String topic) {
    try (Admin admin = Admin.create(adminSettings(address))) {
      await(admin.describeCluster().clusterId());
      createTopic(admin, topic);
      return new KafkaProducer<>(
          producerSettings(address), new StringSerializer(), new ByteArraySerializer());
    } catch (TimeoutException | org.apache.kafka.common.errors.TimeoutException e) {
      throw new BrokerException(
          "No Kafka broker answers at %s within %d ms.".formatted(address, patience.toMillis())
              + " Start one, or name another with --kafka host:port.");
    } catch (KafkaException e) {
      throw new BrokerException(
          "Kafka cannot be used at %s: %s. Name a broker with --kafka host:port."
              .formatted(address, causeOf(e)));
    }
  }

  private void createTopic(Admin admin, String topic) throws TimeoutException {
    try {
      NewTopic withDefaults = new NewTopic(topic, Optional.empty(), Optional.empty());
      await(admin.createTopics(List.of(withDefaults)).all());
    } catch (TopicExistsException e) {
      // So it need not be created.
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      throw e;
    } catch (KafkaException e) {
      throw new BrokerException(
          "The broker refuses the topic \"%s\": %s Name another with --topic."
              .formatted(topic, e.getMessage()));
    }
  }

  /** Waits for an answer, and throws what Kafka reports instead of one. */
  private void await(KafkaFuture<?> answer) throws TimeoutException {
    try {
      answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known
          ? known
          : new KafkaException(e.getCause().getMessage(), e.getCause());
    }
  }

  private Map<String, Object> adminSettings(String address) {
    int millis = (int) patience.toMillis();
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
  }

  private Map<String, Object> producerSettings(String address) {
    int millis = (int) patience.toMillis();
    int lingerMillis = 5;
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address,
        ProducerConfig.LINGER_MS_CONFIG, lingerMillis,
        ProducerConfig.MAX_BLOCK_MS_CONFIG, millis,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * millis + lingerMillis);
  }

  private static String causeOf(KafkaException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
