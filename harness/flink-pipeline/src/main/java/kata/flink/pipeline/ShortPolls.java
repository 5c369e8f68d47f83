package kata.flink.pipeline;

import java.lang.reflect.Field;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;

/**
 * Lets a learner's source ask for records without patience, unless its properties say how long to
 * wait.
 *
 * <p>Having read what there is, a consumer asks for more at once, and a broker answers in order: a
 * source that is closed, after a failure or in the end, would wait until the broker gives up
 * waiting for more, half a second by default. The property changes nothing that can be seen in a
 * result.
 *
 * @see <a
 *     href="https://kafka.apache.org/documentation/#consumerconfigs_fetch.max.wait.ms">fetch.max.wait.ms</a>
 */
final class ShortPolls {

  private static final String PROPERTY = "fetch.max.wait.ms";
  private static final String MILLIS = "10";

  private ShortPolls() {}

  /**
   * Sets the property of a source.
   *
   * @throws IllegalStateException if this version of Flink's connector keeps its properties
   *     elsewhere
   */
  static void of(KafkaSource<?> source) {
    try {
      // A source that has been built can be asked for its properties, but takes no others.
      Field properties = KafkaSource.class.getDeclaredField("props");
      properties.setAccessible(true);
      ((Properties) properties.get(source)).putIfAbsent(PROPERTY, MILLIS);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("KafkaSource has no field \"props\" any more", e);
    }
  }
}
