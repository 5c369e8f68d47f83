package kata.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.harness.lab.LabException;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.services.Services;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SandboxTest {

  private static final Scenario<Message> STORY =
      PipelineStory.named("two", "Two records.")
          .topic("in", 2)
          .topic("out", 1)
          .table("create table counts (page text, at timestamptz, \"end\" timestamp, views bigint)")
          .in(1)
          .record("in", "ann", "12:01", "one")
          .record("in", null, "12:02", "two")
          .checkpoint("12:05")
          .done();

  @Test
  void what_a_pipeline_writes_is_seen_once_in_topics_and_always_in_tables() throws Exception {
    try (Sandbox sandbox = new Sandbox(STORY, "s3")) {
      Connections at = sandbox.connections();
      sandbox.open();
      sandbox.send(STORY.steps().get(0));

      assertThat(sandbox.sent()).hasSize(1).containsValue(2L);
      assertThat(sandbox.sent().keySet().iterator().next().topic()).isEqualTo(at.topic("in"));
      assertThat(sandbox.look("12:01")).isEmpty();

      try (Connection database =
          DriverManager.getConnection(at.databaseUrl(), at.databaseUser(), at.databasePassword())) {
        database
            .createStatement()
            .execute(
                "insert into counts values ('/home', '2024-03-04T13:00+01', '2024-03-04T12:05',"
                    + " 3)");
      }
      produce(at, "k", "{\"page\":\"/cart\"}");
      Emission row =
          new Emission(
              "12:05",
              "table counts",
              row("page", "/home", "at", "12:00", "end", "12:05", "views", "3"));
      assertThat(sandbox.look("12:05"))
          .containsExactly(
              new Emission("12:05", "topic out", row("key", "k", "page", "/cart")), row);
      assertThat(sandbox.look("12:05")).containsExactly(row);
      assertThat(sandbox.ask("12:05", "pages", "select page, 2 * views as twice from counts"))
          .containsExactly(
              new Emission("12:05", "question pages", row("page", "/home", "twice", "6")));
      assertThatThrownBy(() -> sandbox.ask("12:05", "pages", "select pages from counts"))
          .isInstanceOf(LearnerMistake.class)
          .hasMessage("The database refuses your query for \"pages\".");
    }
  }

  @Test
  void records_are_taken_however_far_their_time_lies_from_the_clock() {
    Scenario<Message> ages =
        PipelineStory.named("ages", "A record of the last century, and one of the next.")
            .topic("in", 1)
            .record("in", "ann", "1999-12-31 12:00", "past")
            .record("in", "ann", "2100-12-31 12:00", "future")
            .checkpoint("2100-12-31 12:05")
            .done();
    try (Sandbox sandbox = new Sandbox(ages, "s3")) {
      sandbox.open();
      sandbox.send(ages.steps().get(0));

      assertThat(sandbox.sent()).hasSize(1).containsValue(2L);
    }
  }

  @Test
  void topics_forget_what_was_sent_when_it_expires() {
    try (Sandbox sandbox = new Sandbox(STORY, "s3")) {
      sandbox.open();
      sandbox.send(STORY.steps().get(0));
      sandbox.expireRecords();

      try (KafkaConsumer<String, String> consumer =
          new KafkaConsumer<>(
              Map.of("bootstrap.servers", sandbox.connections().kafka()),
              new StringDeserializer(),
              new StringDeserializer())) {
        assertThat(consumer.beginningOffsets(sandbox.sent().keySet())).isEqualTo(sandbox.sent());
      }
    }
  }

  @Test
  void a_transaction_that_is_committed_a_little_later_is_waited_for() {
    try (Sandbox sandbox = new Sandbox(STORY, "s3")) {
      sandbox.open();
      KafkaProducer<String, String> producer = beginWith(sandbox.connections(), "{\"views\":1}");
      CompletableFuture.runAsync(
          () -> {
            producer.commitTransaction();
            producer.close();
          },
          CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));

      assertThat(topics(sandbox.look("12:05")))
          .containsExactly(new Emission("12:05", "topic out", row("key", "null", "views", "1")));
    }
  }

  @Test
  void a_transaction_that_stays_open_keeps_its_records_and_is_waited_for_once() {
    try (Sandbox sandbox = new Sandbox(STORY, "s3")) {
      sandbox.open();
      try (KafkaProducer<String, String> producer = beginWith(sandbox.connections(), "{}")) {
        assertThat(topics(sandbox.look("12:05"))).isEmpty();

        long start = System.nanoTime();
        assertThat(topics(sandbox.look("12:10"))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        producer.abortTransaction();
      }
    }
  }

  private static List<Emission> topics(List<Emission> seen) {
    return seen.stream().filter(it -> it.output().startsWith("topic")).toList();
  }

  private static KafkaProducer<String, String> beginWith(Connections at, String value) {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", at.kafka(), "transactional.id", at.group()),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(at.topic("out"), value));
    producer.flush();
    return producer;
  }

  @Test
  void each_object_of_the_bucket_is_seen_once_unless_it_is_hidden() {
    try (SandboxConnections connections = new SandboxConnections(Services.ofThisRun(), "s3a")) {
      assertThat(connections.newObjects()).isEmpty();
      assertThat(connections.folder("lines"))
          .isEqualTo("s3a://" + connections.bucket().name() + "/lines");

      connections.bucket().write("lines/a", "one\ntwo");
      assertThat(connections.newObjects()).containsExactly(entry("lines/a", "one\ntwo"));
      assertThat(connections.hasHiddenObjects()).isFalse();
      connections.bucket().write("lines/_c_tmp_1", "unfinished");
      assertThat(connections.hasHiddenObjects()).isTrue();
      connections.bucket().write("lines/.d/e", "hidden");
      connections.bucket().write("lines/b", "three");
      assertThat(connections.newObjects()).containsExactly(entry("lines/b", "three"));
    }
  }

  @Test
  void a_copy_of_the_connections_is_the_same_until_the_play_is_over() throws Exception {
    byte[] written;
    try (Sandbox sandbox = new Sandbox(STORY, "s3")) {
      written = written(sandbox.connections());
      assertThat(read(written)).isSameAs(sandbox.connections());
    }
    assertThatThrownBy(() -> read(written)).hasMessage("The play of these connections is over.");
  }

  @Test
  void a_table_that_postgresql_refuses_is_quoted() {
    Scenario<Message> story =
        PipelineStory.named("bad", "Bad.")
            .topic("in", 1)
            .table("create tabel t")
            .record("in", null, "12:00", "")
            .checkpoint("12:01")
            .done();
    try (Sandbox sandbox = new Sandbox(story, "s3")) {
      assertThatThrownBy(sandbox::open)
          .isInstanceOf(LabException.class)
          .hasMessageStartingWith("PostgreSQL refuses a table of the story: ERROR: syntax error")
          .hasMessageEndingWith("create tabel t");
    }
  }

  private static Row row(String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return new Row(row);
  }

  private static void produce(Connections at, String key, String value) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", at.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(at.topic("out"), key, value));
    }
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
