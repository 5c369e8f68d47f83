package kata.datasets.traffic;

/** A setting that makes no sense: its message names the setting, its value and what is allowed. */
public final class TrafficException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TrafficException(String message) {
    super(message);
  }

  static <T extends Comparable<T>> void requireBetween(String setting, T value, T least, T most) {
    if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new TrafficException(
          "%s is %s. Allowed: %s to %s.".formatted(setting, value, least, most));
    }
  }
}
