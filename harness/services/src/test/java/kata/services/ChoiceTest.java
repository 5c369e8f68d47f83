package kata.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final DockerSearch FOUND =
      new DockerSearch(Optional.of(new Docker(URI.create("unix:///run/docker.sock"))), List.of());
  private static final DockerSearch NOTHING =
      new DockerSearch(
          Optional.empty(), List.of("unix:///run/docker.sock: there is no such socket"));

  @Test
  void takesContainersWhereDockerAnswers() {
    assertThat(Choice.of(null, () -> FOUND))
        .hasToString("containers, because Docker answers at unix:///run/docker.sock");
  }

  @Test
  void takesTheEmbeddedWhereDockerDoesNot() {
    assertThat(Choice.of("", () -> NOTHING))
        .hasToString(
            "embedded, because no Docker answers"
                + " (unix:///run/docker.sock: there is no such socket)");
  }

  @Test
  void takesWhatIsWishedForWithoutALook() {
    assertThat(Choice.of("containers", ChoiceTest::noLook))
        .hasToString("containers, because -Dservices=containers says so");
    assertThat(Choice.of("embedded", ChoiceTest::noLook))
        .hasToString("embedded, because -Dservices=embedded says so");
  }

  private static DockerSearch noLook() {
    throw new AssertionError("looked for Docker");
  }

  @Test
  void namesTheBackingsWhenThereIsNoSuchOne() {
    assertThatThrownBy(() -> Choice.of("docker", () -> FOUND))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            There are no services "docker". For -Dservices= there are:
              containers
              embedded
            Without it, containers are taken where Docker answers, else embedded.\
            """);
  }
}
