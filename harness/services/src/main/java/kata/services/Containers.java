package kata.services;

import com.github.dockerjava.api.exception.DockerException;
import java.net.URI;
import java.util.List;
import kata.harness.lab.LabException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.TestcontainersConfiguration;

/**
 * Services in containers, which Testcontainers removes after the run. It keeps them for the next
 * one where its setting {@code testcontainers.reuse.enable} is true.
 */
final class Containers implements Backing {

  private static final String NO_RYUK = "TESTCONTAINERS_RYUK_DISABLED";
  private static final int LAST_LINES = 10;

  private final Docker docker;

  private Containers(Docker docker) {
    this.docker = docker;
  }

  /**
   * Returns the containers of a daemon that answers.
   *
   * @throws LabException when none does, within seconds
   */
  static Containers of(DockerSearch search) {
    Docker docker = search.daemon().orElseThrow(() -> noDocker(search.tried()));
    return new Containers(docker);
  }

  private static LabException noDocker(List<String> tried) {
    return new LabException(
        "Services in containers need Docker, and none answers. Asked were:\n  "
            + String.join("\n  ", tried)
            + "\nDo one of these, and run again:\n"
            + "  start Docker                  on Debian, harness/images/images start does\n"
            + "  export DOCKER_HOST=<address>  where it is elsewhere\n"
            + "  -Dservices=embedded           needs no Docker");
  }

  @Override
  public Started<Kafka> kafka() {
    String image = find(ServiceImage.KAFKA);
    KafkaContainer container =
        new KafkaContainer(named(image, "apache/kafka"))
            // The events are older than a week, the age at which the broker would delete them.
            .withEnv("KAFKA_LOG_RETENTION_MS", "-1")
            // To a clock that is far behind they lie in the future, of which a broker takes an
            // hour.
            .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_AFTER_MAX_MS", "" + Long.MAX_VALUE)
            // On a machine that is too busy, nobody takes over from a broker that is not heard of.
            .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "120000")
            // Flink asks for an hour, and the broker's default is a quarter of one.
            .withEnv("KAFKA_TRANSACTION_MAX_TIMEOUT_MS", "7200000")
            // Nobody waits for others to make topics too.
            .withEnv("KAFKA_CONTROLLER_QUORUM_APPEND_LINGER_MS", "0")
            // Members that leave their partitions to the broker hear of them with a heartbeat.
            .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "200")
            .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "200")
            // Testcontainers waits for an earlier line, after which connections are still reset.
            .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
    start("Kafka", container);
    return started("Kafka", container, new Broker(container.getBootstrapServers()));
  }

  @Override
  public Started<Postgres> postgres() {
    String image = find(ServiceImage.POSTGRES);
    PostgreSQLContainer container = new PostgreSQLContainer(named(image, "postgres"));
    start("PostgreSQL", container);
    return started(
        "PostgreSQL",
        container,
        new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword()));
  }

  @Override
  public Started<ObjectStore> objectStore() {
    String image = find(ServiceImage.S3);
    MinIOContainer container = new MinIOContainer(named(image, "minio/minio"));
    String name = storeIn(image);
    if (name.equals("S3Proxy")) {
      container.setWaitStrategy(Wait.forHttp("/healthz").forPort(9000));
    }
    start(name, container);
    URI endpoint = URI.create(container.getS3URL());
    S3Store.Keys keys = new S3Store.Keys(container.getUserName(), container.getPassword());
    return started(name, container, new S3Store(name, endpoint, keys));
  }

  /** Returns what an image of an S3 store holds, going by its name. */
  static String storeIn(String image) {
    return image.contains("s3proxy") ? "S3Proxy" : "MinIO";
  }

  private String find(ServiceImage service) {
    return service.find(docker, System::getProperty, System::getenv);
  }

  private static DockerImageName named(String image, String usual) {
    return DockerImageName.parse(image).asCompatibleSubstituteFor(usual);
  }

  private void start(String service, GenericContainer<?> container) {
    checkRyuk();
    try {
      container
          .withReuse(TestcontainersConfiguration.getInstance().environmentSupportsReuse())
          .start();
    } catch (RuntimeException e) {
      throw new LabException(
          "The container of "
              + service
              + " does not start from the image "
              + container.getDockerImageName()
              + ": "
              + rootOf(e)
              + said(container),
          e);
    }
  }

  /**
   * Testcontainers would pull what removes the containers of a killed run, however long it takes.
   */
  private void checkRyuk() {
    if (Boolean.parseBoolean(System.getenv(NO_RYUK))) {
      return;
    }
    String ryuk = TestcontainersConfiguration.getInstance().getRyukImage();
    String refusal =
        ServiceImage.isHere(docker, ryuk) ? "" : ServiceImage.refusalOfRegistry(docker, ryuk);
    if (!refusal.isEmpty()) {
      throw new LabException(
          "Testcontainers needs the image "
              + ryuk
              + ", to remove the containers of runs that were killed. It is not on this machine,"
              + " and not to be pulled: "
              + refusal
              + "\nTo do without, run this and then the test again:\n  export "
              + NO_RYUK
              + "=true\nWhat a killed run leaves is then removed by: harness/images/images clean");
    }
  }

  private static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static String said(GenericContainer<?> container) {
    if (container.getContainerId() == null) {
      return "";
    }
    try {
      List<String> lines = container.getLogs().lines().toList();
      return "\nIt said last:\n  "
          + String.join(
              "\n  ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (DockerException e) {
      return "";
    }
  }

  private static <T> Started<T> started(String service, GenericContainer<?> container, T address) {
    return new Started<>(
        address,
        "%s from image %s in container %.12s"
            .formatted(service, container.getDockerImageName(), container.getContainerId()));
  }
}
