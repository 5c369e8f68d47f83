package kata.kafka.lab;

import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

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
      if (cause instanceof TopicExistsException) {
        return List.of(
            "The topic is there already, as it is whenever a program runs the second time.",
            "Make what is missing, and change what is there.");
      }
      if (cause instanceof InvalidPartitionsException) {
        return List.of(
            "A topic can only get more partitions than it has, never as many or fewer.",
            "Describe the topic first, and say how many it is to have in all.");
      }
      if (cause instanceof InvalidConfigurationException) {
        return List.of(
            "The broker refuses a setting of a topic, which its message names.",
            "Look at the value that arrived there: has the number become negative on its way?");
      }
      if (cause instanceof RebalanceInProgressException) {
        return List.of(
            "The group shares its partitions anew; until that is over, no member can commit.",
            "Go on: the next poll joins in, and the next commit covers the same offsets.");
      }
      if (cause instanceof CommitFailedException) {
        return List.of(
            "The group has put this member out: it was not heard of for too long.",
            "Poll often enough, or fewer records at once.");
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
