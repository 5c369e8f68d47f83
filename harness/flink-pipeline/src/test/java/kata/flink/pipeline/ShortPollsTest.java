package kata.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.junit.jupiter.api.Test;

class ShortPollsTest {

  private static final String PROPERTY = "fetch.max.wait.ms";

  private static String waitOf(Properties properties) throws Exception {
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers("localhost:9092")
            .setTopics("clicks")
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .setProperties(properties)
            .build();
    ShortPolls.of(source);
    var field = KafkaSource.class.getDeclaredField("props");
    field.setAccessible(true);
    return ((Properties) field.get(source)).getProperty(PROPERTY);
  }

  @Test
  void a_source_does_not_wait_for_more_records() throws Exception {
    assertThat(waitOf(new Properties())).isEqualTo("10");
  }

  @Test
  void what_the_learner_has_set_stays() throws Exception {
    Properties own = new Properties();
    own.setProperty(PROPERTY, "200");

    assertThat(waitOf(own)).isEqualTo("200");
  }
}
