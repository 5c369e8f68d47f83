package kata.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.TimedEvent;
import kata.datasets.traffic.TrafficSettings;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every event of a dataset can be written by its schema, and read again. */
class AvroSchemasTest {

  static final List<Dataset<?>> DATASETS = Dataset.ALL;

  @ParameterizedTest
  @FieldSource("DATASETS")
  <T extends TimedEvent> void hasTheFieldsOfTheFilesInTheirOrder(Dataset<T> dataset) {
    T event = dataset.events(42, TrafficSettings.defaults()).next();

    assertThat(names(AvroBinary.schemaOf(dataset)))
        .containsExactlyElementsOf(dataset.fields().valuesOf(event).keySet());
  }

  @ParameterizedTest
  @FieldSource("DATASETS")
  void saysWhatEachFieldIsAndThatTheEventTimeIsInMilliseconds(Dataset<?> dataset) {
    Schema schema = AvroBinary.schemaOf(dataset);

    assertThat(schema.getDoc()).endsWith(".");
    assertThat(schema.getFields()).allSatisfy(field -> assertThat(field.doc()).endsWith("."));
    assertThat(schema.getField("event_time").schema().getLogicalType())
        .isEqualTo(LogicalTypes.timestampMillis());
  }

  @ParameterizedTest
  @FieldSource("DATASETS")
  <T extends TimedEvent> void everyEventIsWrittenAndReadBack(Dataset<T> dataset)
      throws IOException {
    AvroBinary<T> avro = new AvroBinary<>(dataset);
    var events = dataset.events(42, TrafficSettings.defaults());
    for (int i = 0; i < 1_000; i++) {
      T event = events.next();
      assertThat(decode(avro.encode(event), AvroBinary.schemaOf(dataset)))
          .isEqualTo(dataset.fields().valuesOf(event));
    }
  }

  private static Map<String, Object> decode(byte[] encoded, Schema schema) throws IOException {
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(encoded, null));
    Map<String, Object> row = new LinkedHashMap<>();
    for (String name : names(schema)) {
      Object value = record.get(name);
      boolean isTime = schema.getField(name).schema().getLogicalType() != null;
      row.put(name, isTime ? Instant.ofEpochMilli((Long) value) : plain(value));
    }
    return row;
  }

  private static Object plain(Object value) {
    return value instanceof CharSequence text ? text.toString() : value;
  }

  private static List<String> names(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }
}
