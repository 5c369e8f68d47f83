package kata.kafka.produce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import kata.datasets.Order;
import kata.harness.diagnosis.Misconception;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What people get wrong when they send records to Kafka. */
public final class OrderProducerMisconceptions {

  private OrderProducerMisconceptions() {}

  @Misconception(
      headline = "The records have no key.",
      when = "a record is sent without a key, so that the producer puts it into any partition.",
      rule = "Only records with the same key are sure to share a partition, and so to keep order.")
  public static final class NoKey extends Sending {
    @Override
    String key(Order order) {
      return null;
    }
  }

  @Misconception(
      headline = "The key is the order, so that a customer's orders are in several partitions.",
      when = "the order's id is the key.",
      rule = "The key says whose records stay in order: here those of a customer.")
  public static final class KeyOfOrder extends Sending {
    @Override
    String key(Order order) {
      return order.orderId();
    }
  }

  @Misconception(
      headline = "The key is the region, so that a few partitions do all the work.",
      when = "the key is a field that has only a few values.",
      rule = "Records of one key share a partition: with few keys most partitions stay empty.")
  public static final class KeyOfRegion extends Sending {
    @Override
    String key(Order order) {
      return order.region();
    }
  }

  @Misconception(
      headline = "The records carry the time at which they were sent.",
      when = "a record gets no timestamp, so that the producer takes its own clock.",
      rule = "Whoever reads takes the timestamp for the event's time: set it, it is known here.")
  public static final class TimeOfSending extends Sending {
    @Override
    ProducerRecord<String, byte[]> record(String topic, Order order) {
      return new ProducerRecord<>(topic, key(order), value(order));
    }
  }

  @Misconception(
      headline = "Records that the broker had not taken yet are lost.",
      when = "nobody waits for the broker's answer: acks is 0.",
      rule = "With acks=0 a record counts as sent when it leaves; what becomes of it is not told.",
      hint = 2)
  public static final class NoAcks extends Sending {
    @Override
    void configure(Map<String, Object> settings) {
      settings.put("acks", "0");
    }
  }

  @Misconception(
      headline = "Records that were still in the producer are lost.",
      when = "the program ends without flush or close.",
      rule = "send(...) puts a record into a buffer; a thread of the producer sends it later.",
      hint = 2)
  public static final class NoFlush extends Sending {
    @Override
    void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers) {}
  }

  @Misconception(
      headline = "The broker refused an order, and the program did not say so.",
      when =
          "nobody looks at what send(...) returns, as if flush(), close() or a callback would"
              + " throw.",
      rule = "A failure is told in the future or the callback of its record, and nowhere else.",
      hint = 3)
  public static final class IgnoresFailures extends Sending {
    @Override
    void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers) {
      producer.flush();
      producer.close();
    }
  }

  @Misconception(
      headline = "The broker refused an order that was not the last one, and nobody noticed.",
      when = "only the answer to the last order is looked at.",
      rule = "Each record has an answer of its own, and a later one says nothing of an earlier.",
      hint = 3)
  public static final class LooksAtTheLast extends Sending {
    @Override
    void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers)
        throws Exception {
      producer.close();
      answers.get(answers.size() - 1).get();
    }
  }

  @Misconception(
      headline = "Amounts are texts.",
      when = "all fields are written in quotes.",
      rule = "JSON tells 5 and \"5\" apart, and so do those who read it: keep the type.",
      hint = 1)
  public static final class AmountAsText extends Sending {
    @Override
    byte[] value(Order order) {
      return new String(super.value(order), UTF_8)
          .replace(":" + order.amountCents(), ":\"" + order.amountCents() + "\"")
          .getBytes(UTF_8);
    }
  }

  @Misconception(
      headline = "An order is there twice, or the order of two is not what it was.",
      when = "the producer tries again without being idempotent.",
      rule = "An idempotent producer numbers its records; the broker drops what it has already.",
      hint = 2)
  public static final class NotIdempotent extends Sending {
    @Override
    void configure(Map<String, Object> settings) {
      settings.put("enable.idempotence", false);
    }
  }
}
