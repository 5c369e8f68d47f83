package kata.flink.pipeline;

import java.lang.reflect.Field;

/** Reads what a connector was built with: it takes no more settings, and shows none. */
final class ConnectorFields {

  private ConnectorFields() {}

  /**
   * Returns the value of a private field.
   *
   * @param owner the class that declares the field
   * @throws IllegalStateException if this version of Flink's connector has no such field
   */
  static Object value(Class<?> owner, String field, Object connector) {
    try {
      Field declared = owner.getDeclaredField(field);
      declared.setAccessible(true);
      return declared.get(connector);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "%s has no field \"%s\" any more".formatted(owner.getSimpleName(), field), e);
    }
  }
}
