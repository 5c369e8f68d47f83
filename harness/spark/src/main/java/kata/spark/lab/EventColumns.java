package kata.spark.lab;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kata.datasets.TimedEvent;
import kata.harness.lab.EventRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Makes rows of events, with the columns of {@link EventRecord}. */
final class EventColumns {

  private static final String EVENT_TIME = "event_time";
  private static final Map<Class<?>, DataType> TYPES =
      Map.of(
          String.class, DataTypes.StringType,
          Instant.class, DataTypes.TimestampType,
          int.class, DataTypes.IntegerType);

  private final EventRecord event;

  /** Reads the components of an event's record. */
  EventColumns(Class<? extends TimedEvent> event) {
    this.event = new EventRecord(event);
  }

  StructType schema() {
    List<String> columns = event.columns();
    List<DataType> types = event.types(TYPES);
    StructType schema = new StructType();
    for (int i = 0; i < columns.size(); i++) {
      schema = schema.add(columns.get(i), types.get(i));
    }
    return schema;
  }

  Row row(TimedEvent it) {
    return RowFactory.create(event.values(it));
  }

  /** Returns a row that has nothing but an event time. */
  Row empty(Instant eventTime) {
    return RowFactory.create(
        event.columns().stream()
            .map(column -> column.equals(EVENT_TIME) ? eventTime : null)
            .toArray());
  }
}
