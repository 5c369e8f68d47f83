package kata.producer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import kata.datasets.TimedEvent;
import kata.datasets.files.EventFields;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes events as Avro has them in binary: the bare record, without the schema or its number. */
final class AvroBinary<T extends TimedEvent> {

  private final EventFields<T> fields;
  private final Schema schema;
  private final GenericDatumWriter<GenericRecord> writer;

  AvroBinary(Dataset<T> dataset) {
    this.fields = dataset.fields();
    this.schema = schemaOf(dataset);
    this.writer = new GenericDatumWriter<>(schema);
  }

  static Schema schemaOf(Dataset<?> dataset) {
    try (InputStream file = AvroBinary.class.getResourceAsStream(path(dataset))) {
      return new Schema.Parser().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] encode(T event) {
    GenericRecord record = new GenericData.Record(schema);
    fields
        .valuesOf(event)
        .forEach(
            (name, value) ->
                record.put(name, value instanceof Instant time ? time.toEpochMilli() : value));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      writer.write(record, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String path(Dataset<?> dataset) {
    return "/kata/avro/" + dataset.schemaFile();
  }
}
