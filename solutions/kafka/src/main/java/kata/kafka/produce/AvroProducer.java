package kata.kafka.produce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import kata.datasets.Order;
import kata.kafka.lab.OrderSender;
import kata.pipeline.Connections;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes each order with the shop's schema, sends all, and asks what has become of every one. */
public final class AvroProducer implements OrderSender {

  @Override
  public void send(Iterable<Order> orders, Connections at) throws Exception {
    Schema schema = schema();
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, at.kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Order order : orders) {
        answers.add(
            producer.send(
                new ProducerRecord<>(
                    at.topic("orders"),
                    null,
                    order.eventTime().toEpochMilli(),
                    order.userId(),
                    bytes(record(order, schema), schema))));
      }
    }
    for (Future<RecordMetadata> answer : answers) {
      answer.get();
    }
  }

  private static Schema schema() throws IOException {
    try (InputStream file = Order.class.getResourceAsStream("/kata/avro/order.avsc")) {
      return new Schema.Parser().parse(file);
    }
  }

  private static GenericRecord record(Order order, Schema schema) {
    return new GenericRecordBuilder(schema)
        .set("event_id", order.eventId())
        .set("order_id", order.orderId())
        .set("user_id", order.userId())
        .set("status", order.status().name())
        .set("category", order.category())
        .set("region", order.region())
        .set("amount_cents", order.amountCents())
        .set("event_time", order.eventTime().toEpochMilli())
        .build();
  }

  private static byte[] bytes(GenericRecord record, Schema schema) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
