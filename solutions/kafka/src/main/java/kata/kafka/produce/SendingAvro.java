package kata.kafka.produce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kata.datasets.Order;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Sends orders as Avro rightly, so that an answer can take one step another way. */
abstract class SendingAvro extends Sending {

  static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream file = Order.class.getResourceAsStream("/kata/avro/order.avsc")) {
      return new Schema.Parser().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  final byte[] value(Order order) {
    try {
      return bytes(order);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(Order order) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    write(order, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  void write(Order order, BinaryEncoder encoder) throws IOException {
    new GenericDatumWriter<GenericRecord>(SCHEMA).write(record(order), encoder);
  }

  GenericRecord record(Order order) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("event_id", order.eventId());
    record.put("order_id", order.orderId());
    record.put("user_id", order.userId());
    record.put("status", order.status().name());
    record.put("category", order.category());
    record.put("region", order.region());
    record.put("amount_cents", order.amountCents());
    record.put("event_time", order.eventTime().toEpochMilli());
    return record;
  }
}
