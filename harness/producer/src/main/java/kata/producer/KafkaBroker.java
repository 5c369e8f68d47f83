package kata.producer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Real brokers. */
final class KafkaBroker implements Broker {

  /** Enough for the records that linger at the highest rate. */
  private static final int BATCH_BYTES = 128 * 1024;

  private final Duration patience;

  /** Waits this long for an answer; whole milliseconds. */
  KafkaBroker(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Producer<String, byte[]> connect(String address, String topic) {
    try {
      prepare(address, topic);
      return new KafkaProducer<>(
          producerSettings(address), new StringSerializer(), new ByteArraySerializer());
    } catch (TimeoutException e) {
      throw new BrokerException(
          "No Kafka broker answers at %s within %d ms.".formatted(address, patience.toMillis())
              + " Start one, or name another with --kafka host:port.");
    } catch (KafkaException e) {
      throw new BrokerException(
          "Kafka cannot be used at %s (%s). Name a broker with --kafka host:port."
              .formatted(address, causeOf(e)));
    }
  }

  private void prepare(String address, String topic) {
    Admin admin = Admin.create(adminSettings(address));
    try {
      await(admin.describeCluster().clusterId());
      createTopic(admin, topic);
    } finally {
      // Without a limit it may wait for good for a broker that accepts calls and never answers.
      admin.close(patience);
    }
  }

  private void createTopic(Admin admin, String topic) {
    try {
      NewTopic withDefaults = new NewTopic(topic, Optional.empty(), Optional.empty());
      await(admin.createTopics(List.of(withDefaults)).all());
    } catch (TopicExistsException e) {
      // So it need not be created.
    } catch (InvalidTopicException | AuthorizationException | PolicyViolationException e) {
      throw new BrokerException(
          "The broker refuses the topic \"%s\" (%s). Name another with --topic."
              .formatted(topic, e.getMessage()));
    }
  }

  /** Waits for an answer, and throws what Kafka reports instead of one. */
  private void await(KafkaFuture<?> answer) {
    try {
      answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
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
        ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
        ProducerConfig.MAX_BLOCK_MS_CONFIG, millis,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * millis + lingerMillis);
  }

  private static String causeOf(KafkaException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
