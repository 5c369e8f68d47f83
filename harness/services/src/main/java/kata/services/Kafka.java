package kata.services;

/** A Kafka broker that runs as long as this JVM. */
public interface Kafka {

  /** Returns {@code host:port}, for {@code bootstrap.servers}. */
  String bootstrapServers();

  /** Returns a topic's name that nobody else has; the topic itself is not made. */
  default String topic(String about) {
    return OwnName.of(about).dashed();
  }
}
