package kata.services;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A look for a Docker daemon that answers.
 *
 * @param daemon the first that answers, if one does
 * @param tried one line for each address that was asked, with what came of it
 */
record DockerSearch(Optional<Docker> daemon, List<String> tried) {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Looks where this user's Docker should be, for two seconds an address. */
  static DockerSearch here() {
    return among(places(System.getenv(), System.getProperty("os.name")));
  }

  /** Returns the addresses to ask, the likeliest first. */
  static List<URI> places(Map<String, String> environment, String system) {
    String told = environment.getOrDefault("DOCKER_HOST", "");
    if (!told.isBlank()) {
      return List.of(URI.create(told));
    }
    if (system.startsWith("Windows")) {
      return List.of(URI.create("npipe:////./pipe/docker_engine"));
    }
    String home = environment.getOrDefault("HOME", "");
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    return Stream.of(
            "/var/run/docker.sock",
            runtime.isEmpty() ? "" : runtime + "/docker.sock",
            home + "/.docker/run/docker.sock",
            home + "/.docker/desktop/docker.sock")
        .filter(place -> !place.isEmpty())
        .map(place -> URI.create("unix://" + Path.of(place)))
        .toList();
  }

  static DockerSearch among(List<URI> places) {
    List<String> tried = new ArrayList<>();
    for (URI place : places) {
      Docker docker = new Docker(place);
      try {
        Docker.Answer answer = docker.get("/_ping", PATIENCE);
        if (answer.status() == 200) {
          return new DockerSearch(Optional.of(docker), List.of(place + ": answers"));
        }
        tried.add(place + ": says " + answer.status() + " " + answer.body());
      } catch (IOException e) {
        tried.add(place + ": " + e.getMessage());
      }
    }
    return new DockerSearch(Optional.empty(), tried);
  }
}
