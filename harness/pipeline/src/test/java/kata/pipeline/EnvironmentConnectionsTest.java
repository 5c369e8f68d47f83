package kata.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentConnectionsTest {

  @Test
  void each_variable_is_read_when_it_is_needed() {
    Connections connections =
        new EnvironmentConnections(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "TOPIC_PREFIX", "test-",
                "CONSUMER_GROUP", "mine",
                "POSTGRES_URL", "jdbc:postgresql://db/kata",
                "POSTGRES_USER", "ann",
                "POSTGRES_PASSWORD", "secret",
                "BUCKET", "s3://clicks"));

    assertThat(connections.kafka()).isEqualTo("broker:9092");
    assertThat(connections.topic("views")).isEqualTo("test-views");
    assertThat(connections.group()).isEqualTo("mine");
    assertThat(connections.databaseUrl()).isEqualTo("jdbc:postgresql://db/kata");
    assertThat(connections.databaseUser()).isEqualTo("ann");
    assertThat(connections.databasePassword()).isEqualTo("secret");
    assertThat(connections.folder("lines")).isEqualTo("s3://clicks/lines");
  }

  @Test
  void a_variable_that_is_missing_is_named() {
    Connections connections = new EnvironmentConnections(Map.of("POSTGRES_URL", " "));

    assertThat(connections.topic("views")).isEqualTo("views");
    assertThat(connections.group()).isEqualTo("kata");
    assertThatThrownBy(connections::databaseUrl)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The environment variable POSTGRES_URL is not set. Set it to something like"
                + " jdbc:postgresql://localhost:5432/kata and start again.");
    assertThatThrownBy(connections::kafka)
        .hasMessageStartingWith("The environment variable KAFKA_BOOTSTRAP_SERVERS is not set.");
  }
}
