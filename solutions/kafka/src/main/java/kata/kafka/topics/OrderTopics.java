package kata.kafka.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.kafka.lab.TopicMaker;
import kata.pipeline.Connections;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics that are missing, and changes those that are there. */
public final class OrderTopics implements TopicMaker {

  private static final short ONE_REPLICA = 1;

  @Override
  public void make(Connections at) throws Exception {
    List<NewTopic> wanted =
        List.of(
            new NewTopic(at.topic("orders"), 6, ONE_REPLICA)
                .configs(
                    Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        millis(30))),
            new NewTopic(at.topic("customers"), 3, ONE_REPLICA)
                .configs(
                    Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        millis(2))));
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, at.kafka()))) {
      Collection<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>(wanted);
      missing.removeIf(topic -> there.contains(topic.name()));
      List<NewTopic> old = new ArrayList<>(wanted);
      old.removeAll(missing);

      admin.createTopics(missing).all().get();
      addPartitions(admin, old);
      changeSettings(admin, old);
    }
  }

  private static String millis(int days) {
    return String.valueOf(Duration.ofDays(days).toMillis());
  }

  private static void addPartitions(Admin admin, List<NewTopic> topics) throws Exception {
    List<String> names = topics.stream().map(NewTopic::name).toList();
    Map<String, NewPartitions> more = new HashMap<>();
    var described = admin.describeTopics(names).allTopicNames().get();
    for (NewTopic topic : topics) {
      if (described.get(topic.name()).partitions().size() < topic.numPartitions()) {
        more.put(topic.name(), NewPartitions.increaseTo(topic.numPartitions()));
      }
    }
    admin.createPartitions(more).all().get();
  }

  private static void changeSettings(Admin admin, List<NewTopic> topics) throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (NewTopic topic : topics) {
      List<AlterConfigOp> settings = new ArrayList<>();
      topic
          .configs()
          .forEach(
              (name, value) ->
                  settings.add(
                      new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
      changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings);
    }
    admin.incrementalAlterConfigs(changes).all().get();
  }
}
