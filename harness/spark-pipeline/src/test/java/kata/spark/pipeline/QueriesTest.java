package kata.spark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import kata.harness.lab.LearnerMistake;
import kata.spark.lab.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.streaming.StreamingRelationV2;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the lab does to queries, on a real Spark without services. */
class QueriesTest {

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        LocalSpark.start(
            Map.of(
                "spark.sql.streaming.checkpointFileManagerClass", LabCheckpoints.class.getName(),
                "spark.sql.extensions", ShortPolls.class.getName()));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @AfterEach
  void stopQueries() throws TimeoutException {
    for (StreamingQuery query : spark.streams().active()) {
      query.stop();
    }
    LabCheckpoints.loseTheDisk();
  }

  @Test
  void the_source_for_kafka_has_no_patience() {
    assertThat(patience(kafka())).isEqualTo("1");
  }

  @Test
  void a_learner_may_say_how_patient_the_source_is() {
    assertThat(patience(kafka().option("kafka.fetch.max.wait.ms", 700))).isEqualTo("700");
  }

  private static DataStreamReader kafka() {
    return spark
        .newSession()
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", "localhost:1")
        .option("subscribe", "clicks");
  }

  private static String patience(DataStreamReader reader) {
    StreamingRelationV2 source = (StreamingRelationV2) reader.load().queryExecution().analyzed();
    return source.extraOptions().get("kafka.fetch.max.wait.ms");
  }

  @Test
  void a_query_that_begins_at_once_is_for_the_lab() throws Exception {
    StreamingQuery query = started(Trigger.ProcessingTime(0));

    assertThatCode(() -> Triggers.demandOneForTheLab(query)).doesNotThrowAnyException();
    assertThat(Triggers.ends(query)).isFalse();
  }

  @Test
  void a_query_that_ends_by_itself_is_for_the_lab() throws Exception {
    StreamingQuery query = started(Trigger.AvailableNow());

    assertThatCode(() -> Triggers.demandOneForTheLab(query)).doesNotThrowAnyException();
    assertThat(Triggers.ends(query)).isTrue();
  }

  @Test
  void a_query_that_waits_for_the_clock_is_not() throws Exception {
    StreamingQuery query = started(Trigger.ProcessingTime("1 hour"));

    assertThatThrownBy(() -> Triggers.demandOneForTheLab(query))
        .isInstanceOf(LearnerMistake.class)
        .hasMessageContaining("Your query waits between its micro-batches.");
  }

  private static StreamingQuery started(Trigger trigger) throws TimeoutException {
    Dataset<Row> rows =
        spark.readStream().format("rate-micro-batch").option("rowsPerBatch", 1).load();
    return rows.writeStream()
        .format("noop")
        .trigger(trigger)
        .option("checkpointLocation", "/tmp/queries-test")
        .start();
  }
}
