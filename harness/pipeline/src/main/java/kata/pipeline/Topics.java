package kata.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import kata.datasets.Message;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of one play: made, filled and read. */
final class Topics implements AutoCloseable {

  /**
   * How long an open transaction may keep records from their readers. Flink tries a commit that a
   * busy broker has put off again after one second.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String prefix;
  private final BrokerCalls calls;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> read = new HashMap<>();
  private final Map<TopicPartition, Long> sent = new HashMap<>();
  private boolean leftOpen;

  /**
   * Connects to brokers.
   *
   * @param brokers {@code host:port}, parted by commas
   * @param prefix what stands before the name of each topic
   */
  Topics(String brokers, String prefix) {
    this.calls = new BrokerCalls(brokers);
    this.prefix = prefix;
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
    this.admin = Admin.create(settings);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.consumer = TopicReader.connect(brokers, "read_committed");
  }

  /** Makes topics with so many partitions each, by their names without the prefix. */
  void make(Map<String, Integer> partitions) {
    Map<String, Integer> topics = new HashMap<>();
    partitions.forEach((name, number) -> topics.put(prefix + name, number));
    calls.make(admin, consumer, topics);
    partitions.forEach(
        (name, number) -> {
          for (int i = 0; i < number; i++) {
            read.put(new TopicPartition(prefix + name, i), 0L);
          }
        });
  }

  /** Sends records and waits until the brokers have them all. */
  void send(List<Message> messages) {
    List<Future<RecordMetadata>> acks = new ArrayList<>();
    for (Message message : messages) {
      acks.add(
          producer.send(
              new ProducerRecord<>(
                  prefix + message.topic(),
                  message.partition(),
                  message.eventTime().toEpochMilli(),
                  message.keyBytes(),
                  message.valueBytes())));
      sent.merge(new TopicPartition(prefix + message.topic(), message.partition()), 1L, Long::sum);
    }
    producer.flush();
    acks.forEach(ack -> calls.done(ack, "send records"));
  }

  /**
   * Returns how many records were sent to each partition, which is the offset after the last one.
   */
  Map<TopicPartition, Long> sent() {
    return Map.copyOf(sent);
  }

  /** Deletes all records that were sent, and returns when the brokers have done so. */
  void expire() {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    sent.forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
    calls.done(admin.deleteRecords(all).all(), "delete records");
  }

  /**
   * Returns the committed records of a topic that have come since it was read last, by partition
   * and offset.
   */
  List<ConsumerRecord<byte[], byte[]>> unread(String name) {
    List<TopicPartition> partitions =
        read.keySet().stream().filter(it -> it.topic().equals(prefix + name)).toList();
    awaitMarkers();
    awaitCommits(partitions);
    consumer.assign(partitions);
    partitions.forEach(it -> consumer.seek(it, read.get(it)));
    List<ConsumerRecord<byte[], byte[]>> records = TopicReader.readToEnd(consumer);
    partitions.forEach(it -> read.put(it, consumer.position(it)));
    return records;
  }

  /**
   * Waits until all transactions that have been ended are over. A broker confirms the end first,
   * and marks it in the topics a little later; until then nobody sees their records.
   */
  private void awaitMarkers() {
    ListTransactionsOptions ending =
        new ListTransactionsOptions()
            .filterStates(Set.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT));
    while (!calls.done(admin.listTransactions(ending).all(), "list transactions").isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /**
   * Waits until no transaction is open in these partitions. A pipeline that leaves one open is
   * waited for only once.
   */
  private void awaitCommits(List<TopicPartition> partitions) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!leftOpen && !ends(partitions).equals(consumer.endOffsets(partitions))) {
      leftOpen = System.nanoTime() > end;
      Thread.onSpinWait();
    }
  }

  /** Returns where the partitions end for those who also read what is not committed. */
  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(it -> latest.put(it, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    calls
        .done(admin.listOffsets(latest).all(), "tell the ends of topics")
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Removes the topics, and does not wait for it. */
  @Override
  public void close() {
    Collection<String> names =
        read.keySet().stream().map(TopicPartition::topic).distinct().toList();
    admin.deleteTopics(names);
    admin.close(Duration.ZERO);
    producer.close(Duration.ZERO);
    consumer.close();
  }
}
