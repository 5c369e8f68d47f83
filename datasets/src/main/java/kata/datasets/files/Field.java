package kata.datasets.files;

import java.time.Instant;
import java.util.function.Function;

/**
 * A field of an event.
 *
 * @param name as files have it
 * @param type what its values are
 * @param value reads it from an event: a string, a long or an instant, as the type says
 * @param <T> the event
 */
record Field<T>(String name, Type type, Function<T, ?> value) {

  enum Type {
    TEXT,
    NUMBER,
    TIME
  }

  /** Returns whether JSON holds the values without quotes. */
  boolean isNumber() {
    return type == Type.NUMBER;
  }

  /** Returns the value of this field as files hold it. */
  String textOf(T event) {
    Object it = value.apply(event);
    return type == Type.TIME ? EventTimeText.format((Instant) it) : it.toString();
  }
}
