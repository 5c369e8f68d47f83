package kata.flink.pipeline;

import java.util.Optional;
import java.util.Properties;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * A learner's Kafka sink that has transactions. What is wrong with them may show only where
 * checkpoints take their time and tasks have several inputs, which they do not in a story.
 *
 * @see <a
 *     href="https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/connectors/datastream/kafka/#fault-tolerance">Fault
 *     tolerance of the Kafka sink</a>
 */
final class ExactlyOnceSink {

  private static final String TIMEOUT = "transaction.timeout.ms";

  private final KafkaSink<?> sink;

  private ExactlyOnceSink(KafkaSink<?> sink) {
    this.sink = sink;
  }

  /** Returns a sink if it has transactions. */
  static Optional<ExactlyOnceSink> of(KafkaSink<?> sink) {
    return field("deliveryGuarantee", sink) == DeliveryGuarantee.EXACTLY_ONCE
        ? Optional.of(new ExactlyOnceSink(sink))
        : Optional.empty();
  }

  private static Object field(String name, KafkaSink<?> sink) {
    return ConnectorFields.value(KafkaSink.class, name, sink);
  }

  /** Returns what the names of its transactions begin with. */
  String prefix() {
    return (String) field("transactionalIdPrefix", sink);
  }

  /**
   * Demands that checkpoints are as exact as the sink, and come before its transactions end.
   * Nothing is demanded of a job without checkpoints.
   *
   * @throws LearnerMistake if they do not fit
   * @throws org.apache.kafka.common.config.ConfigException if {@value #TIMEOUT} is no number
   */
  void demandToFit(CheckpointConfig checkpoints) {
    if (!checkpoints.isCheckpointingEnabled()) {
      return;
    }
    if (checkpoints.getCheckpointingConsistencyMode() == CheckpointingMode.AT_LEAST_ONCE) {
      throw new LearnerMistake(
          "Your sink is exactly once, and your checkpoints are not.",
          "They may hold records that a task with several inputs will count again.",
          "Leave out CheckpointingMode.AT_LEAST_ONCE.");
    }
    long interval = checkpoints.getCheckpointInterval();
    if (timeout() <= interval) {
      throw new LearnerMistake(
          "A transaction of your sink ends before the checkpoint that would commit it.",
          "It may stay open for %s, and checkpoints come every %s."
              .formatted(shown(timeout()), shown(interval)),
          "The broker aborts what is open for longer than transaction.timeout.ms: the records are"
              + " lost.");
    }
  }

  /** Returns for how many milliseconds a transaction may stay open, as a producer reads it. */
  private int timeout() {
    Properties settings = (Properties) field("kafkaProducerConfig", sink);
    return (Integer) ConfigDef.parseType(TIMEOUT, settings.get(TIMEOUT), ConfigDef.Type.INT);
  }

  private static String shown(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
