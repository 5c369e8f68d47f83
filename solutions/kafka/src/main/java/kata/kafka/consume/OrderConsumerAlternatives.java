package kata.kafka.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kata.kafka.lab.OrderWork;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/** Right answers, written differently. */
public final class OrderConsumerAlternatives {

  private OrderConsumerAlternatives() {}

  /** Lets the broker decide who reads what, by the newer protocol of groups. */
  public static final class AsTheBrokerSays extends Consuming {
    @Override
    void configure(Map<String, Object> settings) {
      settings.put("group.protocol", "consumer");
      settings.remove("heartbeat.interval.ms");
    }
  }

  /** Commits after each order, which repeats less and asks the broker more often. */
  public static final class CommitsEach extends Consuming {
    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      for (ConsumerRecord<String, String> order : orders) {
        work.handle(order);
        consumer.commitSync(after(order));
      }
    }
  }

  /** Does not wait for its commits, but for the last one before it gives partitions away. */
  public static final class CommitsInBackground extends Consuming {

    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();

    @Override
    void begin(KafkaConsumer<String, String> consumer, String topic) {
      consumer.subscribe(
          List.of(topic),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
              consumer.commitSync(handled);
              handled.clear();
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
              handled.clear();
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
          });
    }

    @Override
    void loop(KafkaConsumer<String, String> consumer, OrderWork work, BooleanSupplier stop)
        throws Exception {
      try {
        super.loop(consumer, work, stop);
      } finally {
        consumer.commitSync(handled);
      }
    }

    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      for (ConsumerRecord<String, String> order : orders) {
        work.handle(order);
        handled.putAll(after(order));
      }
      consumer.commitAsync(Map.copyOf(handled), null);
    }
  }

  /**
   * Goes back to an order whose work has failed, and lets members keep what partitions they can.
   */
  public static final class GoesBack extends Consuming {

    @Override
    void configure(Map<String, Object> settings) {
      settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    }

    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work) {
      for (TopicPartition partition : orders.partitions()) {
        for (ConsumerRecord<String, String> order : orders.records(partition)) {
          try {
            work.handle(order);
          } catch (Exception e) {
            consumer.seek(partition, order.offset());
            break;
          }
        }
      }
      try {
        consumer.commitSync();
      } catch (RebalanceInProgressException e) {
        // What it keeps is committed after the next poll.
      }
    }
  }
}
