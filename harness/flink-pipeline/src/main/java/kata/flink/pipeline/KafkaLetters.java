package kata.flink.pipeline;

import java.util.Locale;

/**
 * Keeps Flink's connector for Kafka from spelling in the language of the machine. It writes {@code
 * earliest} for {@code EARLIEST} by the rules of the default locale, and where that is Turkish,
 * with an i without a dot, which Kafka refuses.
 */
final class KafkaLetters {

  private KafkaLetters() {}

  /** Makes the default locale of this JVM one of no language. */
  static void spell() {
    Locale.setDefault(Locale.ROOT);
  }
}
