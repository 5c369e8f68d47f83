package kata.services;

import java.util.Locale;
import java.util.UUID;

/**
 * A name that nobody else has, in this run or in another on the same services.
 *
 * @param words letters, digits and dashes, as in {@code late-views-3f2a91c0}
 */
record OwnName(String words) {

  /** PostgreSQL and S3 take 63 characters. */
  private static final int LONGEST = 50;

  /** Returns a new name that begins with these words. */
  static OwnName of(String about) {
    String clean =
        about
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+", "");
    String start = clean.substring(0, Math.min(clean.length(), LONGEST));
    String unique = UUID.randomUUID().toString().substring(0, 8);
    return new OwnName((start.isEmpty() ? "kata" : start.replaceAll("-$", "")) + "-" + unique);
  }

  /** Returns the name of a topic or a bucket. */
  String dashed() {
    return words;
  }

  /** Returns the name of a schema. */
  String underscored() {
    return words.replace('-', '_');
  }
}
