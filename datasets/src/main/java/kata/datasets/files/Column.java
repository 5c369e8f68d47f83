package kata.datasets.files;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;

/** The fields of a click in the order in which files hold them. */
enum Column {
  EVENT_ID("event_id", ClickEvent::eventId),
  USER_ID("user_id", ClickEvent::userId),
  SESSION_ID("session_id", ClickEvent::sessionId),
  EVENT_TYPE("event_type", event -> event.eventType().name()),
  PAGE("page", ClickEvent::page),
  EVENT_TIME("event_time", event -> EventTimeText.format(event.eventTime())),
  COUNTRY("country", ClickEvent::country),
  DEVICE("device", ClickEvent::device);

  private static final Column[] ALL = values();

  private final String label;
  private final Function<ClickEvent, String> text;

  Column(String label, Function<ClickEvent, String> text) {
    this.label = label;
    this.text = text;
  }

  /** Returns the name that files use. */
  String label() {
    return label;
  }

  /** Returns the value of this field as files hold it. */
  String textOf(ClickEvent event) {
    return text.apply(event);
  }

  /** Returns all names, separated by commas: the header line of a CSV file. */
  static String header() {
    return Arrays.stream(ALL).map(Column::label).collect(Collectors.joining(","));
  }

  /**
   * Returns the column with this name.
   *
   * @throws ClickFileException if there is none
   */
  static Column labelled(String label) {
    for (Column column : ALL) {
      if (column.label.equals(label)) {
        return column;
      }
    }
    throw new ClickFileException(
        "the field \"%s\" is unknown. Take it out; a click has the fields %s."
            .formatted(label, header()));
  }

  /**
   * Makes a click of its fields.
   *
   * @throws ClickFileException if a field is missing, empty or malformed
   */
  static ClickEvent clickOf(Map<Column, String> fields) {
    for (Column column : ALL) {
      requireValue(column, fields.get(column));
    }
    return new ClickEvent(
        fields.get(EVENT_ID),
        fields.get(USER_ID),
        fields.get(SESSION_ID),
        eventType(fields.get(EVENT_TYPE)),
        fields.get(PAGE),
        EventTimeText.parse(fields.get(EVENT_TIME)),
        fields.get(COUNTRY),
        fields.get(DEVICE));
  }

  private static void requireValue(Column column, String value) {
    if (value == null) {
      throw new ClickFileException(
          "the field \"%s\" is missing. Add it; a click has the fields %s."
              .formatted(column.label, header()));
    }
    if (value.isEmpty()) {
      throw new ClickFileException(
          "the field \"%s\" is empty. Give it a value.".formatted(column.label));
    }
  }

  private static EventType eventType(String text) {
    for (EventType type : EventType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    throw new ClickFileException(
        "event_type \"%s\" does not exist. Use one of %s."
            .formatted(text, Arrays.toString(EventType.values())));
  }
}
