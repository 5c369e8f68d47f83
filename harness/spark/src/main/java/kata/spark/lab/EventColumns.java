package kata.spark.lab;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import kata.datasets.TimedEvent;
import kata.harness.lab.LabException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Makes rows of events, which are records: a component {@code eventTime} becomes the column {@code
 * event_time}, an {@link Instant} a timestamp, an enum its name.
 */
final class EventColumns {

  private final RecordComponent[] components;

  /** Reads the components of an event's record. */
  EventColumns(Class<? extends TimedEvent> event) {
    components = event.getRecordComponents();
    if (components == null) {
      throw new LabException(event.getName() + " cannot be played. Make it a record.");
    }
  }

  StructType schema() {
    StructType schema = new StructType();
    for (RecordComponent component : components) {
      schema = schema.add(column(component), type(component));
    }
    return schema;
  }

  private static String column(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static DataType type(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class || type.isEnum()) {
      return DataTypes.StringType;
    }
    if (type == Instant.class) {
      return DataTypes.TimestampType;
    }
    if (type == int.class) {
      return DataTypes.IntegerType;
    }
    throw new LabException(
        "The lab has no column type for %s of an event. Add it to EventColumns."
            .formatted(component));
  }

  Row row(TimedEvent event) {
    return RowFactory.create(
        Arrays.stream(components).map(component -> value(event, component)).toArray());
  }

  private static Object value(TimedEvent event, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(event);
      return value instanceof Enum<?> constant ? constant.name() : value;
    } catch (ReflectiveOperationException e) {
      throw new LabException(component + " cannot be read. Make the record public.", e);
    }
  }

  /** Returns a row that has nothing but an event time. */
  Row empty(Instant eventTime) {
    return RowFactory.create(
        Arrays.stream(components)
            .map(it -> it.getName().equals("eventTime") ? eventTime : null)
            .toArray());
  }
}
