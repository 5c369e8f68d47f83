package kata.services;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import kata.harness.lab.LabException;

/** The images that a service may come from. */
enum ServiceImage {
  KAFKA("Kafka", "apache/kafka:4.1.0", "kata/kafka"),
  POSTGRES("PostgreSQL", "postgres:17", "kata/postgres"),
  S3("the S3 store", "minio/minio:RELEASE.2025-09-07T16-13-09Z", "kata/minio", "kata/s3proxy");

  private static final Duration LOCAL = Duration.ofSeconds(5);
  private static final Duration REGISTRY = Duration.ofSeconds(10);

  private final String service;
  private final List<String> usual;

  /** Takes the image of a registry, and those that {@code harness/images} builds. */
  ServiceImage(String service, String... usual) {
    this.service = service;
    this.usual = List.of(usual);
  }

  /** Returns the system property that names another image. */
  String property() {
    return "services.image." + name().toLowerCase(Locale.ROOT);
  }

  /** Returns the environment variable that names another image. */
  String variable() {
    return "SERVICES_IMAGE_" + name();
  }

  /**
   * Returns the image to take: the one that is asked for, or the first of the usual ones that is on
   * this machine, or the first of them that a registry has.
   *
   * @param properties gives a system property or null
   * @param environment gives an environment variable or null
   * @throws LabException when there is none, within seconds
   */
  String find(Docker docker, UnaryOperator<String> properties, UnaryOperator<String> environment) {
    List<String> names = names(properties.apply(property()), environment.apply(variable()));
    for (String name : names) {
      if (isHere(docker, name)) {
        return name;
      }
    }
    String first = names.get(0);
    String refusal = refusalOfRegistry(docker, first);
    if (refusal.isEmpty()) {
      return first;
    }
    throw missing(names, refusal);
  }

  private List<String> names(String property, String variable) {
    if (property != null && !property.isBlank()) {
      return List.of(property);
    }
    return variable != null && !variable.isBlank() ? List.of(variable) : usual;
  }

  static boolean isHere(Docker docker, String name) {
    try {
      return docker.get("/images/" + name + "/json", LOCAL).status() == 200;
    } catch (IOException e) {
      throw new LabException(
          "Docker at " + docker.address() + " does not say which images it has: " + e.getMessage(),
          e);
    }
  }

  /** Returns why an image cannot be pulled; empty if it can, perhaps after a login. */
  static String refusalOfRegistry(Docker docker, String name) {
    try {
      Docker.Answer answer = docker.get("/distribution/" + name + "/json", REGISTRY);
      return switch (answer.status()) {
        case 200, 401, 403 -> "";
        default -> answer.message();
      };
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private LabException missing(List<String> names, String refusal) {
    List<String> lines = new ArrayList<>();
    lines.add("There is no image for " + service + ". Docker was asked for:");
    lines.add("  " + names.get(0) + ": not on this machine, and not to be pulled: " + refusal);
    names.stream().skip(1).map(name -> "  " + name + ": not on this machine").forEach(lines::add);
    lines.add("Do one of these, and run again:");
    lines.add("  harness/images/images build        builds the images without a registry");
    lines.add("  harness/images/images load <file>  takes them from a file that \"save\" wrote");
    lines.add("  -D" + property() + "=<name>        names another image; so does " + variable());
    lines.add("  -Dservices=embedded                needs no image and no Docker");
    return new LabException(String.join("\n", lines));
  }
}
