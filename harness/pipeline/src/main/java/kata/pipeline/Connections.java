package kata.pipeline;

import java.io.Serializable;
import java.util.Map;

/**
 * Where a pipeline finds its topics, its tables and its bucket.
 *
 * <p>In a lesson they are made for one play; a program reads them from {@link #fromEnvironment()
 * the environment}. It can be used inside functions that an engine sends to other machines.
 */
public interface Connections extends Serializable {

  /** Returns the brokers as {@code host:port}, parted by commas: {@code bootstrap.servers}. */
  String kafka();

  /** Returns the name that a topic of the lesson has on these brokers. */
  String topic(String name);

  /** Returns a consumer group of this pipeline's own. */
  String group();

  /**
   * Returns the JDBC URL of a PostgreSQL database in which the lesson's tables have their names.
   */
  String databaseUrl();

  /** Returns the name of a user of the database. */
  String databaseUser();

  /** Returns that user's password. */
  String databasePassword();

  /**
   * Returns a folder of the bucket, as the engine's file system names it: {@code s3://bucket/name}
   * or {@code s3a://bucket/name}.
   */
  String folder(String name);

  /**
   * Returns connections that environment variables describe: {@code KAFKA_BOOTSTRAP_SERVERS};
   * {@code TOPIC_PREFIX}, before the name of each topic, empty by default; {@code CONSUMER_GROUP},
   * {@code kata} by default; {@code POSTGRES_URL}, {@code POSTGRES_USER}, {@code
   * POSTGRES_PASSWORD}; {@code BUCKET}, such as {@code s3://clicks}. None is read before it is
   * needed.
   *
   * @throws IllegalStateException when a variable is needed and not set; the message names it
   */
  static Connections fromEnvironment() {
    return of(System.getenv());
  }

  /**
   * Returns connections that these variables describe, as {@link #fromEnvironment()} reads them.
   */
  static Connections of(Map<String, String> variables) {
    return new EnvironmentConnections(variables);
  }
}
