package kata.flink.pipeline;

import java.util.Properties;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;

/**
 * Keeps a learner's Kafka source and sink from waiting for what does not come, unless their
 * properties say how long to wait. That changes nothing that can be seen in a result.
 */
final class ShortWaits {

  private static final String MILLIS = "10";

  private ShortWaits() {}

  /**
   * Lets a source ask for records without patience. Having read what there is, a consumer asks for
   * more at once, and a broker answers in order: a source that is closed, after a failure or in the
   * end, would wait until the broker gives up waiting for more, half a second by default.
   *
   * @throws IllegalStateException if this version of Flink's connector keeps its properties
   *     elsewhere
   * @see <a
   *     href="https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.wait.ms">fetch.max.wait.ms</a>
   */
  static void in(KafkaSource<?> source) {
    properties(KafkaSource.class, "props", source).putIfAbsent("fetch.max.wait.ms", MILLIS);
  }

  /**
   * Lets a sink begin its transactions at once. A producer puts off its first request until it has
   * found the coordinator of its transactions, and then takes it for one that is tried again, which
   * it does after a tenth of a second by default: at each checkpoint, and after a failure for each
   * transaction that may have been left open.
   *
   * @throws IllegalStateException if this version of Flink's connector keeps its properties
   *     elsewhere
   * @see <a
   *     href="https://kafka.apache.org/documentation/#producerconfigs_retry.backoff.ms">retry.backoff.ms</a>
   */
  static void in(KafkaSink<?> sink) {
    properties(KafkaSink.class, "kafkaProducerConfig", sink)
        .putIfAbsent("retry.backoff.ms", MILLIS);
  }

  private static Properties properties(Class<?> owner, String field, Object connector) {
    return (Properties) ConnectorFields.value(owner, field, connector);
  }
}
