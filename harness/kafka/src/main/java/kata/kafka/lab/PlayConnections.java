package kata.kafka.lab;

import java.util.UUID;
import java.util.function.Supplier;
import kata.harness.lab.LearnerMistake;
import kata.pipeline.Connections;

/** Connections of one play, which has a broker and nothing else. */
final class PlayConnections implements Connections {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Supplier<HostAndPort> kafka;

  private PlayConnections(String name, Supplier<HostAndPort> kafka) {
    this.name = name;
    this.kafka = kafka;
  }

  /**
   * Returns connections with topics and a group that no other play has.
   *
   * @param kafka starts what is needed, the first time it is asked
   */
  static PlayConnections to(Supplier<HostAndPort> kafka) {
    return new PlayConnections("play-" + UUID.randomUUID(), kafka);
  }

  /** Returns connections with the same topics and the same group, and another way to the broker. */
  PlayConnections through(Supplier<HostAndPort> wire) {
    return new PlayConnections(name, wire);
  }

  @Override
  public String kafka() {
    return kafka.get().toString();
  }

  @Override
  public String topic(String topic) {
    return name + "-" + topic;
  }

  @Override
  public String group() {
    return name;
  }

  @Override
  public String databaseUrl() {
    throw nothingButKafka();
  }

  @Override
  public String databaseUser() {
    throw nothingButKafka();
  }

  @Override
  public String databasePassword() {
    throw nothingButKafka();
  }

  @Override
  public String folder(String folder) {
    throw nothingButKafka();
  }

  private static LearnerMistake nothingButKafka() {
    return new LearnerMistake(
        "This lesson has neither a database nor a bucket.", "Use kafka(), topic(...) and group().");
  }
}
