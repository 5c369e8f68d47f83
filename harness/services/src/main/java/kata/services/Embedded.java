package kata.services;

import java.net.URI;
import java.util.List;

/** The real servers without Docker: each in a process of its own. */
final class Embedded implements Backing {

  private static final S3Store.Keys KEYS = new S3Store.Keys("kata", "kata-secret");

  /** The binaries were packed with a dictionary of 64 MB, which only the first start needs. */
  private static final int UNPACKING = 160;

  private final EmbeddedModule module;

  Embedded(EmbeddedModule module) {
    this.module = module;
  }

  @Override
  public Started<Kafka> kafka() {
    EmbeddedProcess process = start("Kafka", 192, "kafka");
    return started(process, new Broker("127.0.0.1:" + process.port()));
  }

  @Override
  public Started<Postgres> postgres() {
    EmbeddedProcess process =
        start("PostgreSQL", UNPACKING, "postgres", module.binaries().toString());
    String url = "jdbc:postgresql://127.0.0.1:" + process.port() + "/postgres";
    return started(process, new Database(url, "postgres", "postgres"));
  }

  @Override
  public Started<ObjectStore> objectStore() {
    EmbeddedProcess process = start("S3Proxy", 128, "s3", KEYS.access(), KEYS.secret());
    URI endpoint = URI.create("http://127.0.0.1:" + process.port());
    return started(process, new S3Store("S3Proxy", endpoint, KEYS));
  }

  private EmbeddedProcess start(String name, int megabytes, String... arguments) {
    return EmbeddedProcess.start(module, name, megabytes, List.of(arguments));
  }

  private static <T> Started<T> started(EmbeddedProcess process, T service) {
    return new Started<>(service, process.name() + " in process " + process.pid());
  }
}
