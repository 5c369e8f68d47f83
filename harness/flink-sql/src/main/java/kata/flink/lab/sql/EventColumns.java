package kata.flink.lab.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kata.datasets.TimedEvent;
import kata.harness.lab.EventRecord;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;

/**
 * Makes rows of events, with the columns of {@link EventRecord}; an {@link Instant} is a timestamp
 * with the local time zone.
 */
final class EventColumns<E extends TimedEvent> implements MapFunction<E, Row> {

  private static final long serialVersionUID = 1L;
  private static final String EVENT_TIME = "event_time";
  private static final int MILLISECONDS = 3;
  private static final Map<Class<?>, TypeInformation<?>> STREAM_TYPES =
      Map.of(String.class, Types.STRING, Instant.class, Types.INSTANT, int.class, Types.INT);
  private static final Map<Class<?>, DataType> TABLE_TYPES =
      Map.of(
          String.class, DataTypes.STRING(),
          Instant.class, DataTypes.TIMESTAMP_LTZ(MILLISECONDS),
          int.class, DataTypes.INT());

  private final EventRecord event;

  EventColumns(Class<?> event) {
    this.event = new EventRecord(event);
  }

  /** Returns the names of the columns. */
  List<String> names() {
    return event.columns();
  }

  /** Returns the columns as a stream has them. */
  TypeInformation<Row> rowType() {
    return Types.ROW_NAMED(
        names().toArray(String[]::new), event.types(STREAM_TYPES).toArray(TypeInformation[]::new));
  }

  /** Returns the columns as a table has them, with the watermarks of the stream. */
  Schema schema() {
    return Schema.newBuilder()
        .fromFields(names(), event.types(TABLE_TYPES))
        .watermark(EVENT_TIME, "SOURCE_WATERMARK()")
        .build();
  }

  @Override
  public Row map(E it) {
    return Row.of(event.values(it));
  }
}
