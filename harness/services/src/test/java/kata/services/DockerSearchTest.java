package kata.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerSearchTest {

  @Test
  void findsTheFirstThatAnswers() throws IOException {
    try (FakeDocker broken = new FakeDocker().answering("/_ping", 500, "busy");
        FakeDocker sound = new FakeDocker().answering("/_ping", 200, "OK")) {
      DockerSearch search = DockerSearch.among(List.of(broken.address(), sound.address()));

      assertThat(search.daemon()).contains(new Docker(sound.address()));
      assertThat(DockerSearch.among(List.of(broken.address())).tried())
          .containsExactly(broken.address() + ": says 500 busy");
    }
  }

  @Test
  void givesUpOnADaemonThatHangs() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("tcp://127.0.0.1:" + silent.getLocalPort());

      DockerSearch search = DockerSearch.among(List.of(address));

      assertThat(search.daemon()).isEmpty();
      assertThat(search.tried()).containsExactly(address + ": no answer within 2 s");
    }
  }

  @Test
  void saysThatASocketIsNotThere(@TempDir Path empty) {
    URI address = URI.create("unix://" + empty.resolve("docker.sock"));

    assertThat(DockerSearch.among(List.of(address)).tried())
        .containsExactly(address + ": there is no such socket");
  }

  @Test
  void asksOnlyWhereItIsToldTo() {
    assertThat(DockerSearch.places(Map.of("DOCKER_HOST", "tcp://build:2375"), "Linux"))
        .containsExactly(URI.create("tcp://build:2375"));
  }

  @Test
  void knowsTheUsualPlaces() {
    Map<String, String> environment = Map.of("HOME", "/home/a", "XDG_RUNTIME_DIR", "/run/user/1");

    assertThat(DockerSearch.places(environment, "Linux"))
        .map(URI::toString)
        .containsExactly(
            "unix:///var/run/docker.sock",
            "unix:///run/user/1/docker.sock",
            "unix:///home/a/.docker/run/docker.sock",
            "unix:///home/a/.docker/desktop/docker.sock");
    assertThat(DockerSearch.places(environment, "Windows 11"))
        .map(URI::toString)
        .containsExactly("npipe:////./pipe/docker_engine");
  }
}
