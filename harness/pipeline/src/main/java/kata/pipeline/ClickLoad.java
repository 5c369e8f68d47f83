package kata.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.datasets.scenarios.ToPostgresScenarios;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.TrafficSettings;
import kata.datasets.traffic.WrongClocks;
import kata.harness.lab.LabException;
import kata.services.Schema;
import kata.services.Services;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Generated clicks for {@code flink/topostgres/PageViewTable} and {@code
 * spark/foreachbatch/CountsByBatch}: any number of them in a topic, the table into which they are
 * counted, and what it must hold in the end, counted in plain Java.
 *
 * <p>No click is so late that a lesson's pipeline would drop it.
 */
public final class ClickLoad implements AutoCloseable {

  private static final String TOPIC = "clicks";
  private static final String TABLE = "page_views";
  private static final long WINDOW_MILLIS = Duration.ofMinutes(5).toMillis();
  private static final Duration SILENCE = Duration.ofDays(1);
  private static final long SEED = 42;
  private static final TrafficSettings SHOP =
      TrafficSettings.defaults()
          .withWrongClocks(WrongClocks.none())
          .withDisorder(new Disorder(0.1, Duration.ofSeconds(10), 0.01, Duration.ofSeconds(59)));

  private final Map<String, String> environment;
  private final Schema schema;
  private final String topic;
  private final int partitions;
  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<Exception> refused = new AtomicReference<>();
  private final JsonLines<ClickEvent> json = JsonLines.of(EventFields.CLICKS);
  private final Iterator<ClickEvent> clicks = new ClickTraffic(SEED, SHOP).arrivals();
  private final Map<View, Long> counts = new HashMap<>();
  private Instant latest = Instant.MIN;

  private record View(Instant windowStart, String page) {}

  /**
   * Makes an empty topic and an empty table, which nobody else has.
   *
   * @param partitions of the topic; the clicks of one user are in one
   */
  public ClickLoad(Services services, int partitions) {
    String kafka = services.kafka().bootstrapServers();
    String prefix = services.kafka().topic("load") + "-";
    this.schema = services.postgres().schema("load");
    this.environment =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka,
            "TOPIC_PREFIX",
            prefix,
            "CONSUMER_GROUP",
            prefix + "group",
            "POSTGRES_URL",
            schema.jdbcUrl(),
            "POSTGRES_USER",
            schema.user(),
            "POSTGRES_PASSWORD",
            schema.password());
    this.topic = prefix + TOPIC;
    this.partitions = partitions;
    this.topics = new Topics(kafka, prefix);
    topics.make(Map.of(TOPIC, partitions));
    try (Tables tables = new Tables(schema.jdbcUrl(), schema.user(), schema.password())) {
      tables.make(ToPostgresScenarios.EARLIER.setting().tables());
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 128 * 1024),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns the variables that lead a program to the topic and the table. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Sends so many clicks more, and returns when they are in the topic. */
  public void send(long count) {
    for (long i = 0; i < count; i++) {
      ClickEvent click = clicks.next();
      counts.merge(viewIn(click), 1L, Long::sum);
      latest = latest.isAfter(click.eventTime()) ? latest : click.eventTime();
      send(new ProducerRecord<>(topic, click.userId(), bytes(click)));
    }
    flush();
  }

  /**
   * Sends a click of a day later to each partition, so that all windows before end. The windows of
   * these last clicks do not.
   */
  public void end() {
    ClickEvent last = clicks.next();
    ClickEvent later =
        new ClickEvent(
            last.eventId(),
            last.userId(),
            last.sessionId(),
            last.eventType(),
            last.page(),
            latest.plus(SILENCE),
            last.country(),
            last.device());
    for (int partition = 0; partition < partitions; partition++) {
      send(new ProducerRecord<>(topic, partition, later.userId(), bytes(later)));
    }
    flush();
  }

  private void send(ProducerRecord<String, byte[]> record) {
    producer.send(
        record,
        (sent, failure) -> {
          if (failure != null) {
            refused.compareAndSet(null, failure);
          }
        });
  }

  private void flush() {
    producer.flush();
    if (refused.get() != null) {
      throw new LabException("Kafka did not take a click: " + refused.get(), refused.get());
    }
  }

  private byte[] bytes(ClickEvent click) {
    return json.toLine(click).getBytes(UTF_8);
  }

  private static View viewIn(ClickEvent click) {
    long millis = click.eventTime().toEpochMilli();
    return new View(
        Instant.ofEpochMilli(millis - Math.floorMod(millis, WINDOW_MILLIS)), click.page());
  }

  /** Returns what the table must hold when all windows of the clicks sent so far have ended. */
  public Set<PageCount> expected() {
    return counts.entrySet().stream()
        .map(it -> row(it.getKey().windowStart(), it.getKey().page(), it.getValue()))
        .collect(Collectors.toSet());
  }

  private static PageCount row(Instant start, String page, long views) {
    return new PageCount(start, start.plusMillis(WINDOW_MILLIS), page, views);
  }

  /** Returns what the table holds. */
  public Set<PageCount> rows() {
    Set<PageCount> rows = new HashSet<>();
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select * from " + TABLE)) {
      while (found.next()) {
        rows.add(
            new PageCount(
                found.getObject("window_start", OffsetDateTime.class).toInstant(),
                found.getObject("window_end", OffsetDateTime.class).toInstant(),
                found.getString("page"),
                found.getLong("views")));
      }
      return rows;
    } catch (SQLException e) {
      throw new LabException("The table %s cannot be read: %s".formatted(TABLE, e.getMessage()), e);
    }
  }

  /** Removes the topic; the table goes with its service. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
    topics.close();
  }
}
