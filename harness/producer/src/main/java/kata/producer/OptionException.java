package kata.producer;

import java.util.Locale;

/** An option that makes no sense: the message names it, and says what is allowed. */
final class OptionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OptionException(String message) {
    super(message);
  }

  static void requireBetween(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new OptionException(
          "%s %s is out of range. Allowed: %s to %s."
              .formatted(option, plain(value), plain(least), plain(most)));
    }
  }

  /** Writes whole numbers without a fraction. */
  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
