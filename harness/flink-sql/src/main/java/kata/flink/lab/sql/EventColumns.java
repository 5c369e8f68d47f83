package kata.flink.lab.sql;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kata.datasets.TimedEvent;
import kata.harness.lab.LabException;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;

/**
 * Makes rows of events, which are records: a component {@code eventTime} becomes the column {@code
 * event_time}, an {@link Instant} a timestamp with the local time zone, an enum its name.
 */
final class EventColumns<E extends TimedEvent> implements MapFunction<E, Row> {

  private static final long serialVersionUID = 1L;
  private static final String EVENT_TIME = "event_time";
  private static final int MILLISECONDS = 3;

  private final Class<?> event;

  EventColumns(Class<?> event) {
    this.event = event;
  }

  private RecordComponent[] components() {
    RecordComponent[] components = event.getRecordComponents();
    if (components == null) {
      throw new LabException(event.getName() + " cannot be played. Make it a record.");
    }
    return components;
  }

  private static String column(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Returns the names of the columns. */
  List<String> names() {
    return Arrays.stream(components()).map(EventColumns::column).toList();
  }

  /** Returns the columns as a stream has them. */
  TypeInformation<Row> rowType() {
    RecordComponent[] components = components();
    return Types.ROW_NAMED(
        Arrays.stream(components).map(EventColumns::column).toArray(String[]::new),
        Arrays.stream(components).map(EventColumns::streamType).toArray(TypeInformation[]::new));
  }

  private static TypeInformation<?> streamType(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Instant.class) {
      return Types.INSTANT;
    }
    return type == int.class ? Types.INT : Types.STRING;
  }

  /** Returns the columns as a table has them, with the watermarks of the stream. */
  Schema schema() {
    Schema.Builder schema = Schema.newBuilder();
    for (RecordComponent component : components()) {
      schema.column(column(component), tableType(component));
    }
    return schema.watermark(EVENT_TIME, "SOURCE_WATERMARK()").build();
  }

  private static DataType tableType(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class || type.isEnum()) {
      return DataTypes.STRING();
    }
    if (type == Instant.class) {
      return DataTypes.TIMESTAMP_LTZ(MILLISECONDS);
    }
    if (type == int.class) {
      return DataTypes.INT();
    }
    throw new LabException(
        "The lab has no column type for %s of an event. Add it to EventColumns."
            .formatted(component));
  }

  @Override
  public Row map(E it) {
    return Row.of(Arrays.stream(components()).map(component -> value(it, component)).toArray());
  }

  private static Object value(TimedEvent event, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(event);
      return value instanceof Enum<?> constant ? constant.name() : value;
    } catch (ReflectiveOperationException e) {
      throw new LabException(component + " cannot be read. Make the record public.", e);
    }
  }
}
