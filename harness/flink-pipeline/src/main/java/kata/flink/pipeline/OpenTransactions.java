package kata.flink.pipeline;

import java.util.Optional;
import java.util.Properties;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Looks at how long the transactions of a sink may stay open. In a story a checkpoint comes at
 * once; elsewhere a transaction that is shorter than the time between two of them is ended by the
 * broker before it can be committed.
 *
 * @see <a
 *     href="https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/connectors/datastream/kafka/#fault-tolerance">Fault
 *     tolerance of the Kafka sink</a>
 */
final class OpenTransactions {

  private static final String TIMEOUT = "transaction.timeout.ms";
  private static final String PREFIX = "transactionalIdPrefix";

  private OpenTransactions() {}

  /**
   * Demands that a transaction may stay open until the checkpoint that commits it.
   *
   * @param interval the time between two checkpoints, in milliseconds
   * @throws LearnerMistake if the sink is exactly once and its transactions end before
   */
  static void demandToOutlive(long interval, KafkaSink<?> sink) {
    if (!isExactlyOnce(sink)) {
      return;
    }
    Properties settings =
        (Properties) ConnectorFields.value(KafkaSink.class, "kafkaProducerConfig", sink);
    long timeout = Long.parseLong(settings.get(TIMEOUT).toString());
    if (timeout <= interval) {
      throw new LearnerMistake(
          "A transaction of your sink ends before the checkpoint that would commit it.",
          "It may stay open for %s, and checkpoints come every %s."
              .formatted(shown(timeout), shown(interval)),
          "The broker aborts what is open for longer than transaction.timeout.ms: the records are"
              + " lost.");
    }
  }

  /** Returns what the names of a sink's transactions begin with, if it has transactions. */
  static Optional<String> prefix(KafkaSink<?> sink) {
    return isExactlyOnce(sink)
        ? Optional.of((String) ConnectorFields.value(KafkaSink.class, PREFIX, sink))
        : Optional.empty();
  }

  private static boolean isExactlyOnce(KafkaSink<?> sink) {
    return ConnectorFields.value(KafkaSink.class, "deliveryGuarantee", sink)
        == DeliveryGuarantee.EXACTLY_ONCE;
  }

  private static String shown(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
