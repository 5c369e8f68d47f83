package kata.harness.lab;

import java.util.TimeZone;

/**
 * Sets the time zone of the JVM to one in which no story takes place. Code that asks for the
 * default time zone is then wrong on every machine, and on every machine in the same way.
 */
final class ForeignZone implements AutoCloseable {

  /** Five and a half hours ahead of UTC, all year round. */
  static final String NAME = "Asia/Kolkata";

  private final TimeZone home = TimeZone.getDefault();

  private ForeignZone() {}

  /** Sets the time zone until closed. */
  static ForeignZone enter() {
    ForeignZone zone = new ForeignZone();
    TimeZone.setDefault(TimeZone.getTimeZone(NAME));
    return zone;
  }

  @Override
  public void close() {
    TimeZone.setDefault(home);
  }
}
