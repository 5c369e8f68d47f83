package kata.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.services.ObjectStore;
import kata.services.Services;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics, the tables and the bucket of one play, which no other play sees. A service is started
 * when it is needed first.
 */
public final class Sandbox implements AutoCloseable {

  private final Scenario<Message> scenario;
  private final SandboxConnections connections;
  private Topics topics;
  private Tables tables;

  /**
   * Prepares a play; nothing is started or made yet.
   *
   * @param scheme how the engine's file system calls the S3 store: {@code s3} or {@code s3a}
   */
  public Sandbox(Scenario<Message> scenario, String scheme) {
    this.scenario = scenario;
    this.connections = new SandboxConnections(Services.ofThisRun(), scheme);
  }

  /** Returns where the pipeline finds its topics, its tables and its bucket. */
  public Connections connections() {
    return connections;
  }

  /**
   * Makes the topics and the tables of the story.
   *
   * @throws kata.harness.lab.LabException if a service refuses it
   */
  public void open() {
    if (!scenario.setting().topics().isEmpty()) {
      topics = new Topics(connections.kafka(), connections.topic(""));
      topics.make(scenario.setting().topics());
    }
    if (!scenario.setting().tables().isEmpty()) {
      tables =
          new Tables(
              connections.databaseUrl(),
              connections.databaseUser(),
              connections.databasePassword());
      tables.make(scenario.setting().tables());
    }
  }

  /** Returns the S3 store, if somebody has asked the connections for a folder in it. */
  public Optional<ObjectStore> objectStore() {
    return connections.objectStore();
  }

  /** Sends the records of a step; they lie in their topics when this returns. */
  public void send(Scenario.Step<Message> step) {
    if (!step.arrivals().isEmpty()) {
      topics.send(step.arrivals());
    }
  }

  /** Lets the topics forget all records that were sent. */
  public void expireRecords() {
    topics.expire();
  }

  /** Returns the offset after the last record that was sent, for each partition that has one. */
  public Map<TopicPartition, Long> sent() {
    return topics.sent();
  }

  /**
   * Looks at what the pipeline has written: the committed records that are new in each topic into
   * which the story sends nothing, on the output {@code topic NAME}; all rows of each table, on
   * {@code table NAME}; the lines of each object that is new in a folder of the bucket, on {@code
   * folder NAME}. An object is left out if its name or that of a folder around it begins with
   * {@code _} or {@code .}: it is unfinished, or not for readers. That there are such objects is
   * all that is shown of them, on {@code bucket in progress}.
   *
   * <p>A record or a line that is an object in JSON is shown by its fields, anything else in the
   * column {@code value}; the key of a record in the column {@code key}. A text in ISO 8601 that
   * ends with {@code Z} is a moment.
   *
   * @param at the moment of the story at which this is
   */
  public List<Emission> look(String at) {
    List<Emission> seen = new ArrayList<>(lookOutsideTheBucket(at));
    connections
        .newObjects()
        .forEach(
            (key, text) ->
                text.lines()
                    .map(line -> JsonRow.of(Map.of(), line))
                    .forEach(row -> seen.add(new Emission(at, folder(key), row))));
    if (connections.hasHiddenObjects()) {
      seen.add(new Emission(at, "bucket in progress", Row.of(Map.of("objects", "some"))));
    }
    return seen;
  }

  /**
   * Looks at topics and tables alone, for an engine that writes to the bucket what is no text; see
   * {@link #look}.
   */
  public List<Emission> lookOutsideTheBucket(String at) {
    List<Emission> seen = new ArrayList<>();
    for (String topic : topics == null ? Set.<String>of() : outputTopics()) {
      for (ConsumerRecord<byte[], byte[]> record : topics.unread(topic)) {
        seen.add(new Emission(at, "topic " + topic, row(record)));
      }
    }
    if (tables != null) {
      tables
          .rows()
          .forEach(
              (table, rows) ->
                  rows.forEach(row -> seen.add(new Emission(at, "table " + table, row))));
    }
    return seen;
  }

  /**
   * Asks the database a learner's question; the answer is on the output {@code question NAME}. The
   * story must have a table.
   *
   * @param at the moment of the story at which this is
   * @param sql a query, as PostgreSQL reads it
   * @throws kata.harness.lab.LearnerMistake if the database refuses the query
   */
  public List<Emission> ask(String at, String question, String sql) {
    return tables.answers(question, sql).stream()
        .map(row -> new Emission(at, "question " + question, row))
        .toList();
  }

  /** Lets the database close every connection to the play's tables but the lab's own. */
  public void cutDatabase() {
    tables.cutOthers();
  }

  /** Returns the output on which an object or a folder of the bucket is seen. */
  public static String folder(String key) {
    return "folder " + key.split("/")[0];
  }

  private Set<String> outputTopics() {
    Set<String> outputs = new TreeSet<>(scenario.setting().topics().keySet());
    outputs.removeAll(scenario.events().stream().map(Message::topic).collect(Collectors.toSet()));
    return outputs;
  }

  private static Row row(ConsumerRecord<byte[], byte[]> record) {
    Map<String, Object> before = new LinkedHashMap<>();
    before.put("key", text(record.key()));
    return JsonRow.of(before, text(record.value()));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, UTF_8);
  }

  /** Removes the topics; the rest goes with the services. */
  @Override
  public void close() {
    connections.close();
    if (topics != null) {
      topics.close();
    }
    if (tables != null) {
      tables.close();
    }
  }
}
