package kata.harness.transcript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a result without giving it away. */
public final class Fingerprint {

  private static final int BYTES = 8;

  private Fingerprint() {}

  /** Returns what identifies a kind of mishap. */
  public static String ofMishap(String kind) {
    return of("mishap " + kind);
  }

  /** Returns the first bytes of a text's SHA-256, as hexadecimal digits. */
  public static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
