package kata.kafka.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kata.kafka.lab.TopicMaker;
import kata.pipeline.Connections;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Makes each topic rightly, step by step, so that an answer can take one step another way. */
abstract class MakingTopics implements TopicMaker {

  @Override
  public void make(Connections at) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", at.kafka()))) {
      Set<String> there = admin.listTopics().names().get();
      make(admin, there, topic(at.topic("orders"), 6, orders()));
      make(admin, there, topic(at.topic("customers"), 3, customers()));
    }
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
    return new NewTopic(name, partitions, (short) 1).configs(settings);
  }

  Map<String, String> orders() {
    return Map.of("retention.ms", days(30), "cleanup.policy", "delete");
  }

  Map<String, String> customers() {
    return Map.of("cleanup.policy", "compact", "delete.retention.ms", days(2));
  }

  static String days(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }

  void make(Admin admin, Set<String> there, NewTopic topic) throws Exception {
    if (there.contains(topic.name())) {
      change(admin, topic);
    } else {
      create(admin, topic);
    }
  }

  static void create(Admin admin, NewTopic topic) throws Exception {
    admin.createTopics(List.of(topic)).all().get();
  }

  void change(Admin admin, NewTopic topic) throws Exception {
    addPartitions(admin, topic);
    set(admin, topic);
  }

  void addPartitions(Admin admin, NewTopic topic) throws Exception {
    if (partitions(admin, topic) < topic.numPartitions()) {
      increase(admin, topic, topic.numPartitions());
    }
  }

  static int partitions(Admin admin, NewTopic topic) throws Exception {
    String name = topic.name();
    return admin
        .describeTopics(List.of(name))
        .topicNameValues()
        .get(name)
        .get()
        .partitions()
        .size();
  }

  static void increase(Admin admin, NewTopic topic, int partitions) throws Exception {
    admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions))).all().get();
  }

  void set(Admin admin, NewTopic topic) throws Exception {
    Collection<AlterConfigOp> changes = new ArrayList<>();
    new LinkedHashMap<>(topic.configs())
        .forEach(
            (name, value) ->
                changes.add(
                    new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    admin
        .incrementalAlterConfigs(
            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), changes))
        .all()
        .get();
  }
}
