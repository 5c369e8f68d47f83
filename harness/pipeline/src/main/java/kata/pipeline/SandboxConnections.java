package kata.pipeline;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kata.services.Bucket;
import kata.services.ObjectStore;
import kata.services.Schema;
import kata.services.Services;

/**
 * Connections of one play to services that start when they are asked for. A copy that an engine
 * makes for its tasks, which run in the same JVM, is this very object.
 */
final class SandboxConnections implements Connections, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final AtomicLong COUNT = new AtomicLong();
  private static final Map<Long, SandboxConnections> OPEN = new ConcurrentHashMap<>();

  private final long number = COUNT.incrementAndGet();
  private final transient Services services;
  private final transient String scheme;
  private final transient Set<String> seen = new HashSet<>();
  private transient String prefix;
  private transient Schema schema;
  private transient Bucket bucket;

  /**
   * Prepares connections.
   *
   * @param scheme how the engine's file system calls the S3 store
   */
  SandboxConnections(Services services, String scheme) {
    this.services = services;
    this.scheme = scheme;
    OPEN.put(number, this);
  }

  @Override
  public String kafka() {
    return services.kafka().bootstrapServers();
  }

  @Override
  public String topic(String name) {
    return group() + "-" + name;
  }

  @Override
  public synchronized String group() {
    if (prefix == null) {
      prefix = services.kafka().topic("play");
    }
    return prefix;
  }

  @Override
  public String databaseUrl() {
    return schema().jdbcUrl() + "&ApplicationName=" + schema().name();
  }

  @Override
  public String databaseUser() {
    return schema().user();
  }

  @Override
  public String databasePassword() {
    return schema().password();
  }

  @Override
  public String folder(String name) {
    return scheme + "://" + bucket().name() + "/" + name;
  }

  private synchronized Schema schema() {
    if (schema == null) {
      schema = services.postgres().schema("play");
    }
    return schema;
  }

  synchronized Bucket bucket() {
    if (bucket == null) {
      bucket = services.objectStore().bucket("play");
    }
    return bucket;
  }

  /** Returns the S3 store, if somebody has asked for a folder. */
  synchronized Optional<ObjectStore> objectStore() {
    return Optional.ofNullable(bucket).map(it -> services.objectStore());
  }

  /** Returns the texts of the objects that are new in the bucket, by key; none without a bucket. */
  synchronized Map<String, String> newObjects() {
    Map<String, String> objects = new LinkedHashMap<>();
    if (bucket != null) {
      bucket.keys("").stream()
          .filter(key -> !isHidden(key))
          .filter(seen::add)
          .forEach(key -> objects.put(key, bucket.read(key)));
    }
    return objects;
  }

  /** Returns whether there are objects in the bucket that are not for readers. */
  synchronized boolean hasHiddenObjects() {
    return bucket != null && bucket.keys("").stream().anyMatch(SandboxConnections::isHidden);
  }

  /** What begins like this is unfinished, or not for readers, by a convention of Hadoop's. */
  private static boolean isHidden(String key) {
    return Arrays.stream(key.split("/"))
        .anyMatch(name -> name.startsWith("_") || name.startsWith("."));
  }

  @Override
  public void close() {
    OPEN.remove(number);
  }

  private Object writeReplace() {
    return new Copy(number);
  }

  private record Copy(long number) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      SandboxConnections open = OPEN.get(number);
      if (open == null) {
        throw new InvalidObjectException("The play of these connections is over.");
      }
      return open;
    }
  }
}
