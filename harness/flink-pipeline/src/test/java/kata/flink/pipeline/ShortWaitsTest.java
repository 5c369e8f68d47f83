package kata.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.junit.jupiter.api.Test;

class ShortWaitsTest {

  private static final String POLL = "fetch.max.wait.ms";
  private static final String RETRY = "retry.backoff.ms";

  private static Properties ofSource(Properties own) throws Exception {
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers("localhost:9092")
            .setTopics("clicks")
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .setProperties(own)
            .build();
    ShortWaits.in(source);
    return in(KafkaSource.class.getDeclaredField("props"), source);
  }

  private static Properties ofSink(Properties own) throws Exception {
    KafkaSink<String> sink =
        Pipelines.out("localhost:9092", "counts").setKafkaProducerConfig(own).build();
    ShortWaits.in(sink);
    return in(KafkaSink.class.getDeclaredField("kafkaProducerConfig"), sink);
  }

  private static Properties in(Field field, Object connector) throws Exception {
    field.setAccessible(true);
    return (Properties) field.get(connector);
  }

  private static Properties own(String property, String value) {
    Properties own = new Properties();
    own.setProperty(property, value);
    return own;
  }

  @Test
  void a_source_does_not_wait_for_more_records() throws Exception {
    assertThat(ofSource(new Properties())).containsEntry(POLL, "10");
  }

  @Test
  void a_sink_does_not_wait_before_it_begins_a_transaction() throws Exception {
    assertThat(ofSink(new Properties())).containsEntry(RETRY, "10");
  }

  @Test
  void what_the_learner_has_set_stays() throws Exception {
    assertThat(ofSource(own(POLL, "200"))).containsEntry(POLL, "200");
    assertThat(ofSink(own(RETRY, "200"))).containsEntry(RETRY, "200");
  }
}
