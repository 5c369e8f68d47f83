package kata.kafka.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import kata.pipeline.BrokerCalls;
import kata.pipeline.TopicReader;
import kata.services.Services;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker as the lab itself sees it, on a connection that no play disturbs. */
final class LabBroker implements AutoCloseable {

  private static final int LIMIT_SECONDS = 30;

  /** What {@code retention.bytes} is for a topic that may grow as it likes. */
  private static final String NO_LIMIT = "-1";

  private final String address;
  private final BrokerCalls calls;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Connects to the broker that all plays share; it is started if it does not run yet. */
  LabBroker() {
    this.address = Services.ofThisRun().kafka().bootstrapServers();
    this.calls = new BrokerCalls(address);
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    this.admin = Admin.create(settings);
    this.consumer = TopicReader.connect(address, "read_uncommitted");
    Map<String, Object> writing = new HashMap<>(settings);
    // The records of a step make one batch for each partition, so that they are seen all at once.
    writing.put("linger.ms", LIMIT_SECONDS * 1000);
    writing.put("delivery.timeout.ms", 2 * LIMIT_SECONDS * 1000);
    this.producer =
        new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
  }

  HostAndPort address() {
    return HostAndPort.firstOf(address);
  }

  /** Makes topics with so many partitions each, and returns when all of them take records. */
  synchronized void make(Map<String, Integer> topics) {
    calls.make(admin, consumer, topics);
  }

  /** Sets what a topic is to have of its own. */
  void configure(String topic, Map<String, String> config) {
    List<AlterConfigOp> changes = new ArrayList<>();
    config.forEach(
        (name, value) ->
            changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    calls.done(
        admin.incrementalAlterConfigs(Map.of(resource(topic), changes)).all(), "change topics");
  }

  /** Sends records, and returns when the broker has them. */
  synchronized void send(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<?>> answers = new ArrayList<>();
    records.forEach(record -> answers.add(producer.send(record)));
    producer.flush();
    answers.forEach(answer -> calls.done(answer, "take records"));
  }

  /** Returns how many records were ever written to a topic. */
  synchronized long written(String topic) {
    return consumer.endOffsets(partitions(topic)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Returns what lies in a topic now, by partition and offset. */
  synchronized List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    List<ConsumerRecord<byte[], byte[]>> records = TopicReader.readToEnd(consumer);
    consumer.unsubscribe();
    return records;
  }

  /** Returns the topics whose names start so. */
  Set<String> topicsOf(String prefix) {
    return calls.done(admin.listTopics().names(), "list topics").stream()
        .filter(it -> it.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns how many partitions a topic has, how it is cleaned up, and for how long it keeps what:
   * records if it deletes old ones, and how many bytes of them if that is limited; tombstones if it
   * is compacted. How large its records may be is said if that is set for the topic itself.
   */
  Map<String, String> settings(String topic) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "partitions",
        String.valueOf(
            calls
                .done(admin.describeTopics(List.of(topic)).allTopicNames(), "describe topics")
                .get(topic)
                .partitions()
                .size()));
    ConfigResource resource = resource(topic);
    Config config =
        calls.done(admin.describeConfigs(List.of(resource)).all(), "describe topics").get(resource);
    String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, policy);
    if (policy.contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
      settings.put(
          TopicConfig.RETENTION_MS_CONFIG, config.get(TopicConfig.RETENTION_MS_CONFIG).value());
      String bytes = config.get(TopicConfig.RETENTION_BYTES_CONFIG).value();
      if (!bytes.equals(NO_LIMIT)) {
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, bytes);
      }
    }
    if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      settings.put(
          TopicConfig.DELETE_RETENTION_MS_CONFIG,
          config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value());
    }
    ConfigEntry size = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    if (size.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
      settings.put(size.name(), size.value());
    }
    return settings;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  /** Returns the offsets that a group has committed in a topic, by partition. */
  Map<Integer, Long> committed(String group, String topic) {
    Map<Integer, Long> committed = new HashMap<>();
    calls
        .done(
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
            "tell what a group has committed")
        .forEach(
            (partition, offset) -> {
              if (partition.topic().equals(topic) && offset != null) {
                committed.put(partition.partition(), offset.offset());
              }
            });
    return committed;
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(it -> new TopicPartition(topic, it.partition()))
        .toList();
  }

  /** Removes topics, and does not wait for it. */
  void remove(Collection<String> topics) {
    admin.deleteTopics(topics);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    consumer.close();
    producer.close(Duration.ZERO);
  }
}
