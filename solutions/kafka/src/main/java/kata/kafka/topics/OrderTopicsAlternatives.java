package kata.kafka.topics;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Right answers, written differently. */
public final class OrderTopicsAlternatives {

  private OrderTopicsAlternatives() {}

  /** Tries to create a topic, and changes it if the broker says that it exists. */
  public static final class TriesFirst extends MakingTopics {
    @Override
    void make(Admin admin, Set<String> there, NewTopic topic) throws Exception {
      try {
        create(admin, topic);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        change(admin, topic);
      }
    }
  }

  /** Asks for partitions in any case, and goes on if the broker has enough. */
  public static final class LetsTheBrokerCount extends MakingTopics {
    @Override
    void addPartitions(Admin admin, NewTopic topic) throws Exception {
      try {
        increase(admin, topic, topic.numPartitions());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof InvalidPartitionsException)) {
          throw e;
        }
      }
    }
  }

  /** Sets the settings of new topics in a second step, and leaves out what is the default. */
  public static final class SetsAfterwards extends MakingTopics {
    @Override
    Map<String, String> orders() {
      return Map.of("retention.ms", days(30));
    }

    @Override
    void make(Admin admin, Set<String> there, NewTopic topic) throws Exception {
      if (!there.contains(topic.name())) {
        create(admin, new NewTopic(topic.name(), topic.numPartitions(), (short) 1));
      } else {
        addPartitions(admin, topic);
      }
      set(admin, topic);
    }
  }
}
