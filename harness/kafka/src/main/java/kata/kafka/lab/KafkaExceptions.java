package kata.kafka.lab;

import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says in plain sentences what an exception of a Kafka client means to a learner. */
final class KafkaExceptions {

  private KafkaExceptions() {}

  static List<String> explain(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException) {
        return List.of(
            "The client was not even made: a setting is missing, or two of them do not fit.",
            "The message names the setting; bootstrap.servers and serializers are the least.");
      }
      if (cause instanceof SerializationException || cause instanceof ClassCastException) {
        return List.of(
            "The serializer does not fit what it is given.",
            "Name the serializers of key and value that turn your types into bytes.");
      }
      if (cause instanceof TimeoutException) {
        return List.of(
            "The broker knows no such topic, or gave no answer in time.",
            "Take the name of a topic from at.topic(...), and the broker from at.kafka().");
      }
    }
    return List.of();
  }
}
