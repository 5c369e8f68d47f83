package kata.datasets.files;

import java.util.Arrays;
import java.util.Random;

/**
 * Spoils a share of the records on their way, so that a pipeline can show what it does with
 * malformed ones. The same seed spoils the same records in the same way.
 */
public final class Damage {

  private static final String EVENT_TIME = "\"event_time\":\"";

  private final double share;
  private final Random random;

  /**
   * Begins with the first record.
   *
   * @param share share of the records that are spoiled; 0 to 1
   * @param seed any number
   * @throws IllegalArgumentException if the share is out of range
   */
  public Damage(double share, long seed) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share of malformed records is %s. Allowed: 0 to 1.".formatted(share));
    }
    this.share = share;
    this.random = new Random(seed);
  }

  /**
   * Returns the line of {@link JsonLines} as it is, or, for the stated share of them, cut off
   * somewhere, or with an event time that is no time, or without the name of the event time.
   */
  public String line(String line) {
    if (!isNextSpoiled()) {
      return line;
    }
    return switch (random.nextInt(3)) {
      case 0 -> line.substring(0, keep(line.length()));
      case 1 -> line.replace(EVENT_TIME, EVENT_TIME + "around ");
      default -> line.replace(EVENT_TIME, "\"time\":\"");
    };
  }

  /** Returns a record of bytes as it is, or, for the stated share of them, cut off somewhere. */
  public byte[] bytes(byte[] encoded) {
    return isNextSpoiled() ? Arrays.copyOf(encoded, keep(encoded.length)) : encoded;
  }

  private boolean isNextSpoiled() {
    return random.nextDouble() < share;
  }

  /** Draws how much is left of this length: something, but not all. */
  private int keep(int length) {
    return 1 + random.nextInt(length - 1);
  }
}
