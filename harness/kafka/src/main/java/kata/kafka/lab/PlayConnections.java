package kata.kafka.lab;

import java.util.UUID;
import java.util.function.Supplier;
import kata.harness.lab.LearnerMistake;
import kata.pipeline.Connections;

/** Connections of one play, which has a broker and nothing else. */
final class PlayConnections implements Connections {

  private static final long serialVersionUID = 1L;

  private final String name = "play-" + UUID.randomUUID();
  private final transient Supplier<HostAndPort> kafka;

  private PlayConnections(Supplier<HostAndPort> kafka) {
    this.kafka = kafka;
  }

  /**
   * Returns connections with topics and a group that no other play has.
   *
   * @param kafka starts what is needed, the first time it is asked
   */
  static PlayConnections through(Supplier<HostAndPort> kafka) {
    return new PlayConnections(kafka);
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
