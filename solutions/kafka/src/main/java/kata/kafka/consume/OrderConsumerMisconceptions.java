package kata.kafka.consume;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kata.harness.diagnosis.Misconception;
import kata.kafka.lab.OrderWork;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What people get wrong when they read from Kafka as a group. */
public final class OrderConsumerMisconceptions {

  private OrderConsumerMisconceptions() {}

  @Misconception(
      headline = "Orders are lost when the program dies at them.",
      when = "what a poll has brought is committed before the work is done.",
      rule = "A commit says: all before this offset is done. What follows it comes again, no more.",
      hint = 2)
  public static final class CommitsBeforeWork extends Consuming {
    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      consumer.commitSync();
      doAll(orders, work);
    }
  }

  @Misconception(
      headline = "The consumer commits by itself: an order is lost when its work fails.",
      when = "enable.auto.commit is left at true.",
      rule = "Auto commit goes by the clock, and by close(): it knows of polls, and not of work.",
      hint = 2)
  public static final class AutoCommit extends Consuming {

    @Override
    void configure(Map<String, Object> settings) {
      settings.put("enable.auto.commit", true);
      // The default of 5 s is longer than a story, unless the machine is very slow.
      settings.put("auto.commit.interval.ms", 60_000);
    }

    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      doAll(orders, work);
    }
  }

  @Misconception(
      headline = "Orders that came before the program started are never handled.",
      when = "auto.offset.reset is latest, as it is by default.",
      rule =
          "A group that has committed nothing begins where this setting says: here the earliest.")
  public static final class Latest extends Consuming {
    @Override
    void configure(Map<String, Object> settings) {
      settings.put("auto.offset.reset", "latest");
    }
  }

  @Misconception(
      headline = "Nothing is committed: each start and each new member handles everything again.",
      when = "auto commit is off, and nobody commits.",
      rule = "A poll moves the consumer's position in memory; only a commit tells the group.",
      hint = 2)
  public static final class NeverCommits extends Consuming {
    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      doAll(orders, work);
    }
  }

  @Misconception(
      headline = "Each member handles all partitions, so that orders are handled twice.",
      when = "partitions are taken by assign(...) instead of subscribe(...).",
      rule = "Only subscribe makes a member of a group, whose members share the partitions.")
  public static final class Assigns extends Consuming {
    @Override
    void begin(KafkaConsumer<String, String> consumer, String topic) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList());
    }
  }

  @Misconception(
      headline = "Each start reads everything again, and members do not share their work.",
      when = "each consumer has a group of its own.",
      rule =
          "A group shares partitions and remembers offsets by its name: use the one you are given.")
  public static final class GroupOfItsOwn extends Consuming {
    @Override
    void configure(Map<String, Object> settings) {
      settings.put("group.id", settings.get("group.id") + "-" + UUID.randomUUID());
    }
  }

  @Misconception(
      headline = "The rest of a poll is lost when the program dies at its second order.",
      when = "commitSync() without offsets is called after each order.",
      rule = "Without offsets, a commit is about all that the last poll has returned.",
      hint = 3)
  public static final class CommitsWholePoll extends Consuming {
    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      for (ConsumerRecord<String, String> order : orders) {
        work.handle(order);
        consumer.commitSync();
      }
    }
  }

  @Misconception(
      headline = "The last order of each partition is handled again at each start.",
      when = "the offset of the order that was handled is committed.",
      rule = "What is committed is where to go on: the offset of the last order, plus one.",
      hint = 3)
  public static final class CommitsOffsetOfLast extends Consuming {
    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work)
        throws Exception {
      for (ConsumerRecord<String, String> order : orders) {
        work.handle(order);
        consumer.commitSync(Map.of(partition(order), new OffsetAndMetadata(order.offset())));
      }
    }
  }

  @Misconception(
      headline = "An order whose work has failed is passed over.",
      when = "the exception is caught, and the next commit covers that order, too.",
      rule = "Kafka keeps one offset for a partition: whoever commits past an order has done it.",
      hint = 2)
  public static final class Swallows extends Consuming {
    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work) {
      for (ConsumerRecord<String, String> order : orders) {
        try {
          work.handle(order);
        } catch (Exception e) {
          // Somebody will see it in the log.
        }
      }
      consumer.commitSync();
    }
  }

  @Misconception(
      headline = "After three tries an order was given up, and nobody was told.",
      when = "the work is tried a few times, and then the order is passed over.",
      rule = "Giving up loses the order: stop, or put it where somebody finds it again.",
      hint = 2,
      sameAs = "Swallows")
  public static final class TriesThreeTimes extends Consuming {

    private static final int TRIES = 3;

    @Override
    void handle(
        ConsumerRecords<String, String> orders,
        KafkaConsumer<String, String> consumer,
        OrderWork work) {
      for (ConsumerRecord<String, String> order : orders) {
        for (int tries = 0; tries < TRIES && !isDone(order, work); tries++) {}
      }
      consumer.commitSync();
    }

    private static boolean isDone(ConsumerRecord<String, String> order, OrderWork work) {
      try {
        work.handle(order);
        return true;
      } catch (Exception e) {
        return false;
      }
    }
  }

  @Misconception(
      headline = "When the work fails, the program commits all the same on its way out.",
      when = "commitSync() without offsets stands in a finally block.",
      rule = "A finally block runs for failures, too: commit there only what was handled.",
      hint = 3)
  public static final class CommitsInFinally extends Consuming {
    @Override
    void loop(KafkaConsumer<String, String> consumer, OrderWork work, BooleanSupplier stop)
        throws Exception {
      try {
        super.loop(consumer, work, stop);
      } finally {
        consumer.commitSync();
      }
    }
  }

  @Misconception(
      headline = "Only the first partition is read.",
      when = "one partition is assigned by its number.",
      rule = "A topic has as many partitions as somebody has given it; subscribe finds them all.")
  public static final class FirstPartition extends Consuming {
    @Override
    void begin(KafkaConsumer<String, String> consumer, String topic) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
    }
  }
}
