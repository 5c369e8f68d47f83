package kata.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceImageTest {

  private static final String NO_HOST =
      "{\"message\":\"Get \\\"https://hub/v2/\\\": no such host\"}";

  private FakeDocker docker;

  @BeforeEach
  void start() throws IOException {
    docker = new FakeDocker();
  }

  @AfterEach
  void stop() {
    docker.close();
  }

  private String find(Map<String, String> properties, Map<String, String> environment) {
    return ServiceImage.KAFKA.find(new Docker(docker.address()), properties::get, environment::get);
  }

  @Test
  void theImageOfTheRegistryIsTheFirstChoice() {
    docker.answering("/images/apache/kafka:4.1.0/json", 200, "{}");
    docker.answering("/images/kata/kafka/json", 200, "{}");

    assertThat(find(Map.of(), Map.of())).isEqualTo("apache/kafka:4.1.0");
  }

  @Test
  void anImageThatWasBuiltHereSparesThePull() {
    docker.answering("/images/kata/kafka/json", 200, "{}");

    assertThat(find(Map.of(), Map.of())).isEqualTo("kata/kafka");
  }

  @Test
  void withoutAnImageHereTheRegistryHasIt() {
    docker.answering("/distribution/apache/kafka:4.1.0/json", 200, "{}");

    assertThat(find(Map.of(), Map.of())).isEqualTo("apache/kafka:4.1.0");
  }

  @Test
  void aRegistryThatWantsALoginIsLeftToTestcontainers() {
    docker.answering("/distribution/mirror/kafka:4/json", 401, "{}");

    assertThat(find(Map.of("services.image.kafka", "mirror/kafka:4"), Map.of()))
        .isEqualTo("mirror/kafka:4");
  }

  @Test
  void thePropertyComesBeforeTheVariable() {
    docker.answering("/images/one/json", 200, "{}").answering("/images/two/json", 200, "{}");

    Map<String, String> variable = Map.of("SERVICES_IMAGE_KAFKA", "two");
    assertThat(find(Map.of("services.image.kafka", "one"), variable)).isEqualTo("one");
    assertThat(find(Map.of(), variable)).isEqualTo("two");
  }

  @Test
  void saysWhatWasTriedAndWhatToDo() {
    docker.answering("/distribution/apache/kafka:4.1.0/json", 500, NO_HOST);

    assertThatThrownBy(() -> find(Map.of(), Map.of()))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            There is no image for Kafka. Docker was asked for:
              apache/kafka:4.1.0: not on this machine, and not to be pulled: \
            Get "https://hub/v2/": no such host
              kata/kafka: not on this machine
            Do one of these, and run again:
              harness/images/images build        builds the images without a registry
              harness/images/images load <file>  takes them from a file that "save" wrote
              -Dservices.image.kafka=<name>        names another image; so does SERVICES_IMAGE_KAFKA
              -Dservices=embedded                needs no image and no Docker\
            """);
  }
}
