package kata.kafka.produce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Future;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.diagnosis.Misconception;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What people get wrong when they send Avro to Kafka. */
public final class AvroProducerMisconceptions {

  private AvroProducerMisconceptions() {}

  @Misconception(
      headline = "The records are JSON.",
      when = "the orders are written as text.",
      rule =
          "Avro's binary encoding holds values without names; only the schema makes sense of it.")
  public static final class SendsJson extends SendingAvro {
    @Override
    byte[] bytes(Order order) {
      return JsonLines.of(EventFields.ORDERS).toLine(order).getBytes(UTF_8);
    }
  }

  @Misconception(
      headline = "The records are JSON, made by Avro.",
      when = "Avro's encoder for JSON is taken.",
      rule = "Avro has two encodings; the one for JSON is meant for debugging.")
  public static final class JsonOfAvro extends SendingAvro {
    @Override
    byte[] bytes(Order order) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Encoder encoder = EncoderFactory.get().jsonEncoder(SCHEMA, out);
      new GenericDatumWriter<GenericRecord>(SCHEMA).write(record(order), encoder);
      encoder.flush();
      return out.toByteArray();
    }
  }

  @Misconception(
      headline = "Each record is a whole Avro file.",
      when = "a writer of Avro files is used, which puts the schema before the data.",
      rule = "A file brings its schema along; a record of a topic would repeat it each time.",
      hint = 2)
  public static final class ContainerFile extends SendingAvro {
    @Override
    byte[] bytes(Order order) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (DataFileWriter<GenericRecord> file = new DataFileWriter<>(new GenericDatumWriter<>())) {
        file.create(SCHEMA, out).append(record(order));
      }
      return out.toByteArray();
    }
  }

  @Misconception(
      headline = "A number stands before each record, where its readers expect the first field.",
      when = "a record is written as for a schema registry: a zero, a number of four bytes, Avro.",
      rule =
          "Writer and reader have to agree on what stands before the record; here it is nothing.",
      hint = 2)
  public static final class WithSchemaId extends SendingAvro {
    @Override
    byte[] bytes(Order order) throws IOException {
      byte[] record = super.bytes(order);
      return ByteBuffer.allocate(5 + record.length).put((byte) 0).putInt(1).put(record).array();
    }
  }

  @Misconception(
      headline = "The records are empty.",
      when = "the encoder is not flushed before the bytes are taken.",
      rule = "A binary encoder has a buffer of its own, from which nothing gets out until flush().",
      hint = 2)
  public static final class EncoderNotFlushed extends SendingAvro {
    @Override
    byte[] bytes(Order order) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(order, EncoderFactory.get().binaryEncoder(out, null));
      return out.toByteArray();
    }
  }

  @Misconception(
      headline = "Each record begins with all that were sent before it.",
      when = "all orders are written to one stream, which is never emptied.",
      rule = "toByteArray() copies all that was ever written: reset the stream, or make a new one.",
      hint = 2)
  public static final class StreamNotReset extends SendingAvro {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);

    @Override
    byte[] bytes(Order order) throws IOException {
      write(order, encoder);
      encoder.flush();
      return out.toByteArray();
    }
  }

  @Misconception(
      headline = "Identifiers have changed places: the order's is read where the event's is.",
      when = "fields are written by hand, in another order than that of the schema.",
      rule =
          "Avro writes no names: what is read first is the schema's first field, whatever it is.",
      hint = 2)
  public static final class AnotherOrder extends SendingAvro {
    @Override
    void write(Order order, BinaryEncoder encoder) throws IOException {
      encoder.writeString(order.orderId());
      encoder.writeString(order.eventId());
      encoder.writeString(order.userId());
      encoder.writeString(order.status().name());
      encoder.writeString(order.category());
      encoder.writeString(order.region());
      encoder.writeLong(order.amountCents());
      encoder.writeLong(order.eventTime().toEpochMilli());
    }
  }

  @Misconception(
      headline = "The events are of January 1970.",
      when = "the time of the event is written in seconds.",
      rule = "The schema says timestamp-millis: it is a long, and its unit is in no byte of it.")
  public static final class TimeInSeconds extends SendingAvro {
    @Override
    GenericRecord record(Order order) {
      GenericRecord record = super.record(order);
      record.put("event_time", order.eventTime().getEpochSecond());
      return record;
    }
  }

  @Misconception(
      headline = "The amounts are a hundred times too small.",
      when = "the price is written in whole euros.",
      rule = "The field is in cents, as its name and the schema say; a long has no decimal places.")
  public static final class AmountInEuros extends SendingAvro {
    @Override
    GenericRecord record(Order order) {
      GenericRecord record = super.record(order);
      record.put("amount_cents", order.amountCents() / 100);
      return record;
    }
  }

  @Misconception(
      headline = "The records have no key.",
      when = "the user's id is only in the value, which no producer looks into.",
      rule = "The partition is chosen by the key's bytes: a value in Avro does not bring a key.")
  public static final class NoKey extends SendingAvro {
    @Override
    String key(Order order) {
      return null;
    }
  }

  @Misconception(
      headline = "Records that were still in the producer are lost.",
      when = "the encoder is flushed, and the producer is not.",
      rule = "Both have a buffer of their own: close the producer before your program ends.",
      hint = 3)
  public static final class ProducerNotClosed extends SendingAvro {
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
  public static final class IgnoresFailures extends SendingAvro {
    @Override
    void finish(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> answers) {
      producer.close();
    }
  }
}
