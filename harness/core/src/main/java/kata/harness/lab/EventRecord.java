package kata.harness.lab;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kata.datasets.TimedEvent;

/**
 * Reads an event, which is a record, as a row: a component {@code eventTime} is the column {@code
 * event_time}, an enum its name. Can be sent to the machine that reads the events.
 */
public final class EventRecord implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Class<?> event;
  private transient RecordComponent[] components;

  /**
   * Prepares to read one kind of event.
   *
   * @throws LabException if it is no record
   */
  public EventRecord(Class<?> event) {
    if (!event.isRecord()) {
      throw new LabException(event.getName() + " cannot be played. Make it a record.");
    }
    this.event = event;
  }

  private RecordComponent[] components() {
    if (components == null) {
      components = event.getRecordComponents();
    }
    return components;
  }

  /** Returns the names of the columns. */
  public List<String> columns() {
    return Arrays.stream(components())
        .map(it -> it.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * Returns the type that an engine has for each column.
   *
   * @param known by the type of a component; an enum has that of a string
   * @throws LabException if there is none for a component
   */
  public <T> List<T> types(Map<Class<?>, T> known) {
    List<T> types = new ArrayList<>();
    for (RecordComponent component : components()) {
      T type = known.get(component.getType().isEnum() ? String.class : component.getType());
      if (type == null) {
        throw new LabException(
            "The lab has no column type for %s of an event. Add it to EventColumns."
                .formatted(component));
      }
      types.add(type);
    }
    return types;
  }

  /**
   * Returns what an event has in each column.
   *
   * @throws LabException if the record is not public
   */
  public Object[] values(TimedEvent event) {
    return Arrays.stream(components()).map(component -> value(event, component)).toArray();
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
