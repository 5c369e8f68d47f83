package kata.kafka.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kata.harness.lab.LabException;
import kata.services.Services;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The broker as the lab itself sees it, on a connection that no play disturbs. */
final class LabBroker implements AutoCloseable {

  private static final int LIMIT_SECONDS = 30;
  private static final Duration POLL = Duration.ofMillis(50);
  private static final short ONE_REPLICA = 1;

  private final String address;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Connects to the broker that all plays share; it is started if it does not run yet. */
  LabBroker() {
    this.address = Services.ofThisRun().kafka().bootstrapServers();
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    this.admin = Admin.create(settings);
    Map<String, Object> reading = new HashMap<>(settings);
    reading.put("enable.auto.commit", "false");
    this.consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  HostAndPort address() {
    return HostAndPort.firstOf(address);
  }

  /** Makes a topic with so many partitions, and returns when all of them have a leader. */
  synchronized void make(String topic, int partitions) {
    done(admin.createTopics(List.of(new NewTopic(topic, partitions, ONE_REPLICA))).all());
    // A producer that is the first to meet a partition without a leader can lose its sequence: only
    // a leader tells where a partition ends.
    written(topic);
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
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
      consumer.poll(POLL).forEach(records::add);
    }
    consumer.unsubscribe();
    return records;
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(it -> new TopicPartition(topic, it.partition()))
        .toList();
  }

  /** Removes a topic, and does not wait for it. */
  void remove(String topic) {
    admin.deleteTopics(List.of(topic));
  }

  private void done(Future<?> made) {
    try {
      made.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new LabException(
          "Kafka at %s did not make a topic: %s. Is it still running?".formatted(address, cause),
          cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("The play was interrupted.", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    consumer.close();
  }
}
