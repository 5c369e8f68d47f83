package kata.kafka.produce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import kata.datasets.Order;
import kata.pipeline.Connections;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;

/** Right answers, written differently. */
public final class OrderProducerAlternatives {

  private OrderProducerAlternatives() {}

  /** Waits for each answer before it sends the next order: right, and slow. */
  public static final class OneByOne extends Sending {
    @Override
    Future<RecordMetadata> sent(
        KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
        throws Exception {
      Future<RecordMetadata> answer = producer.send(record);
      answer.get();
      return answer;
    }
  }

  /** Keeps the first failure that a callback is told, and no list of answers. */
  public static final class WithCallback extends Sending {

    private final AtomicReference<Exception> failure = new AtomicReference<>();

    @Override
    Future<RecordMetadata> sent(
        KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
      return producer.send(
          record,
          (metadata, problem) -> {
            if (problem != null) {
              failure.compareAndSet(null, problem);
            }
          });
    }

    @Override
    void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers)
        throws Exception {
      producer.flush();
      producer.close();
      if (failure.get() != null) {
        throw failure.get();
      }
    }
  }

  /** Waits a little, so that more orders share a request, and chooses partitions itself. */
  public static final class OwnPartitioner extends Sending {

    @Override
    void configure(Map<String, Object> settings) {
      settings.put("linger.ms", 20);
      settings.put("compression.type", "gzip");
      settings.put("partitioner.class", ByHashCode.class.getName());
    }

    /** Spreads users by the hash code of their ids. */
    public static final class ByHashCode implements Partitioner {
      @Override
      public int partition(
          String topic,
          Object key,
          byte[] keyBytes,
          Object value,
          byte[] valueBytes,
          Cluster cluster) {
        return Math.floorMod(key.hashCode(), cluster.partitionCountForTopic(topic));
      }

      @Override
      public void close() {}

      @Override
      public void configure(Map<String, ?> settings) {}
    }
  }

  /** Sends all orders in one transaction. */
  public static final class InTransaction extends Sending {

    private boolean begun;

    @Override
    void configure(Map<String, Object> settings) {
      settings.put("transactional.id", "orders-" + UUID.randomUUID());
    }

    @Override
    Future<RecordMetadata> sent(
        KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
      if (!begun) {
        producer.initTransactions();
        producer.beginTransaction();
        begun = true;
      }
      return producer.send(record);
    }

    @Override
    void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers) {
      producer.commitTransaction();
      producer.close();
    }
  }

  /** Collects all orders before it connects, and sends each in a request of its own. */
  public static final class CollectsFirst extends Sending {

    @Override
    void configure(Map<String, Object> settings) {
      settings.put("batch.size", 0);
    }

    @Override
    public void send(Iterable<Order> orders, Connections at) throws Exception {
      List<Order> all = new ArrayList<>();
      orders.forEach(all::add);
      super.send(all, at);
    }
  }
}
