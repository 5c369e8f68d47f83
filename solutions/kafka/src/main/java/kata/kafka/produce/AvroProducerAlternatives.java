package kata.kafka.produce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import kata.datasets.Order;
import kata.pipeline.Connections;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.reflect.AvroName;
import org.apache.avro.reflect.ReflectDatumWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Right answers, written differently. */
public final class AvroProducerAlternatives {

  private AvroProducerAlternatives() {}

  /** Writes the fields by hand, in the order of the schema. */
  public static final class ByHand extends SendingAvro {
    @Override
    void write(Order order, BinaryEncoder encoder) throws IOException {
      encoder.writeString(order.eventId());
      encoder.writeString(order.orderId());
      encoder.writeString(order.userId());
      encoder.writeString(order.status().name());
      encoder.writeString(order.category());
      encoder.writeString(order.region());
      encoder.writeLong(order.amountCents());
      encoder.writeLong(order.eventTime().toEpochMilli());
    }
  }

  /** Lets Avro find the fields of a class of its own, whatever their order there. */
  public static final class Reflected extends SendingAvro {

    @Override
    void write(Order order, BinaryEncoder encoder) throws IOException {
      new ReflectDatumWriter<Line>(SCHEMA).write(new Line(order), encoder);
    }

    private static final class Line {
      @AvroName("amount_cents")
      private final long amount;

      @AvroName("event_time")
      private final long time;

      @AvroName("event_id")
      private final String event;

      @AvroName("order_id")
      private final String order;

      @AvroName("user_id")
      private final String user;

      private final String status;
      private final String category;
      private final String region;

      private Line(Order order) {
        this.amount = order.amountCents();
        this.time = order.eventTime().toEpochMilli();
        this.event = order.eventId();
        this.order = order.orderId();
        this.user = order.userId();
        this.status = order.status().name();
        this.category = order.category();
        this.region = order.region();
      }
    }
  }

  /** Lets Avro turn an instant into what the schema's logical type says. */
  public static final class WithLogicalType extends SendingAvro {

    private final GenericData data = new GenericData();

    /** Teaches Avro about instants. */
    public WithLogicalType() {
      data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    @Override
    void write(Order order, BinaryEncoder encoder) throws IOException {
      GenericRecord record = record(order);
      record.put("event_time", order.eventTime());
      new GenericDatumWriter<GenericRecord>(SCHEMA, data).write(record, encoder);
    }
  }

  /** Makes all records before it sends the first, and leaves the bytes to a serializer. */
  public static final class WithSerializer extends SendingAvro {
    @Override
    public void send(Iterable<Order> orders, Connections at) throws Exception {
      Map<String, Object> settings = Map.of("bootstrap.servers", at.kafka());
      try (KafkaProducer<String, Order> producer =
          new KafkaProducer<>(settings, new StringSerializer(), (topic, order) -> value(order))) {
        List<ProducerRecord<String, Order>> records = new ArrayList<>();
        for (Order order : orders) {
          long time = order.eventTime().toEpochMilli();
          records.add(new ProducerRecord<>(at.topic("orders"), null, time, order.userId(), order));
        }
        List<Future<RecordMetadata>> answers = records.stream().map(producer::send).toList();
        producer.flush();
        for (Future<RecordMetadata> answer : answers) {
          answer.get();
        }
      }
    }
  }
}
