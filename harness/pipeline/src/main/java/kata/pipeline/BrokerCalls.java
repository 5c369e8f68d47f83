package kata.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kata.harness.lab.LabException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks brokers of Kafka for something, and waits until it is done.
 *
 * @param brokers {@code host:port}, parted by commas, to be named where they fail
 */
public record BrokerCalls(String brokers) {

  private static final int LIMIT_SECONDS = 30;
  private static final short ONE_REPLICA = 1;

  /**
   * Makes topics, and returns when all of their partitions take records.
   *
   * @param partitions how many partitions each topic has, by its whole name
   * @throws LabException if the brokers refuse it, or take longer than {@value #LIMIT_SECONDS} s
   */
  public void make(Admin admin, Consumer<?, ?> consumer, Map<String, Integer> partitions) {
    List<NewTopic> topics = new ArrayList<>();
    partitions.forEach((name, number) -> topics.add(new NewTopic(name, number, ONE_REPLICA)));
    done(admin.createTopics(topics).all(), "make topics");
    partitions.forEach((name, number) -> awaitLeaders(consumer, name, number));
  }

  /** A broker hears of new topics a moment after the controller has made them. */
  private void awaitLeaders(Consumer<?, ?> consumer, String topic, int partitions) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (consumer.partitionsFor(topic).size() < partitions) {
      if (System.nanoTime() > end) {
        throw new LabException(
            "Kafka at %s did not show a new topic. Is it still running?".formatted(brokers));
      }
      Thread.onSpinWait();
    }
    // Only a leader tells where its partition ends.
    consumer.endOffsets(
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList());
  }

  /**
   * Waits for an answer.
   *
   * @param what what the brokers are to do, to follow "Kafka did not"
   * @throws LabException if they do not within {@value #LIMIT_SECONDS} s
   */
  public <T> T done(Future<T> answer, String what) {
    try {
      return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new LabException(
          "Kafka at %s did not %s: %s. Is it still running?".formatted(brokers, what, cause),
          cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("The play was interrupted.", e);
    }
  }
}
