package kata.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

class ContainersTest {

  @Test
  void withoutDockerItSaysWhatWasTriedAndWhatToDo() {
    DockerSearch nothing =
        new DockerSearch(
            Optional.empty(), List.of("unix:///run/docker.sock: there is no such socket"));

    assertThatThrownBy(() -> Containers.of(nothing))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            Services in containers need Docker, and none answers. Asked were:
              unix:///run/docker.sock: there is no such socket
            Do one of these, and run again:
              start Docker                  on Debian, harness/images/images start does
              export DOCKER_HOST=<address>  where it is elsewhere
              -Dservices=embedded           needs no Docker\
            """);
  }

  @Test
  void aStandInIsNeverCalledMinio() {
    assertThat(Containers.storeIn("kata/s3proxy")).isEqualTo("S3Proxy");
    assertThat(Containers.storeIn("andrewgaul/s3proxy:sha-1")).isEqualTo("S3Proxy");
    assertThat(Containers.storeIn("kata/minio")).isEqualTo("MinIO");
    assertThat(Containers.storeIn("mirror/minio/minio:latest")).isEqualTo("MinIO");
  }
}
