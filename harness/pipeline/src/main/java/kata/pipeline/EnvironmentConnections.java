package kata.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Connections that the variables of a process describe. Each is read when it is asked for. */
final class EnvironmentConnections implements Connections {

  private static final long serialVersionUID = 1L;

  private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
  private static final String TOPIC_PREFIX = "TOPIC_PREFIX";
  private static final String GROUP = "CONSUMER_GROUP";
  private static final String URL = "POSTGRES_URL";
  private static final String USER = "POSTGRES_USER";
  private static final String PASSWORD = "POSTGRES_PASSWORD";
  private static final String BUCKET = "BUCKET";

  private final Map<String, String> variables;

  /** Takes what it needs from the variables of a process, which go to other machines with it. */
  EnvironmentConnections(Map<String, String> variables) {
    this.variables = new HashMap<>(variables);
    this.variables
        .keySet()
        .retainAll(Set.of(KAFKA, TOPIC_PREFIX, GROUP, URL, USER, PASSWORD, BUCKET));
  }

  @Override
  public String kafka() {
    return needed(KAFKA, "localhost:9092");
  }

  @Override
  public String topic(String name) {
    return variables.getOrDefault(TOPIC_PREFIX, "") + name;
  }

  @Override
  public String group() {
    return variables.getOrDefault(GROUP, "kata");
  }

  @Override
  public String databaseUrl() {
    return needed(URL, "jdbc:postgresql://localhost:5432/kata");
  }

  @Override
  public String databaseUser() {
    return needed(USER, "kata");
  }

  @Override
  public String databasePassword() {
    return needed(PASSWORD, "secret");
  }

  @Override
  public String folder(String name) {
    return needed(BUCKET, "s3://clicks") + "/" + name;
  }

  private String needed(String name, String example) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The environment variable %s is not set. Set it to something like %s and start again."
              .formatted(name, example));
    }
    return value;
  }
}
