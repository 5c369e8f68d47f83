package kata.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How the lab itself reads topics: what lies in them now, without waiting for more. */
public final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(10);

  private TopicReader() {}

  /**
   * Connects a consumer that belongs to no group.
   *
   * @param brokers {@code host:port}, parted by commas
   * @param isolation {@code read_committed} or {@code read_uncommitted}
   */
  public static KafkaConsumer<byte[], byte[]> connect(String brokers, String isolation) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", brokers);
    settings.put("isolation.level", isolation);
    settings.put("enable.auto.commit", "false");
    // A broker answers in order: whatever is asked next would wait for records that do not come.
    settings.put("fetch.max.wait.ms", String.valueOf(POLL.toMillis()));
    // A topic that was just made is asked for again until its leaders know of it.
    settings.put("retry.backoff.ms", String.valueOf(POLL.toMillis()));
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Returns the records between the positions of a consumer and the present ends of the partitions
   * that are assigned to it, by partition and offset.
   */
  public static List<ConsumerRecord<byte[], byte[]>> readToEnd(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
      consumer.poll(POLL).forEach(records::add);
    }
    return records;
  }
}
