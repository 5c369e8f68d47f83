package kata.spark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kata.harness.lab.LearnerMistake;
import kata.spark.lab.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.streaming.StreamingRelationV2;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryListener;
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
  void a_query_that_goes_on_has_micro_batches() throws Exception {
    StreamingQuery query = started(spark, Trigger.ProcessingTime("1 hour"));

    assertThatCode(() -> Triggers.demandMicroBatches(query)).doesNotThrowAnyException();
    assertThat(Triggers.ends(query)).isFalse();
  }

  @Test
  void a_query_that_ends_by_itself_has_micro_batches() throws Exception {
    StreamingQuery query = started(spark, Trigger.AvailableNow());

    assertThatCode(() -> Triggers.demandMicroBatches(query)).doesNotThrowAnyException();
    assertThat(Triggers.ends(query)).isTrue();
  }

  @Test
  void a_continuous_query_has_none() throws Exception {
    StreamingQuery query = started(spark, "rate", Trigger.Continuous("1 hour"));

    assertThatThrownBy(() -> Triggers.demandMicroBatches(query))
        .isInstanceOf(LearnerMistake.class)
        .hasMessageContaining("Your query has no micro-batches.");
  }

  @Test
  void a_query_that_would_wait_an_hour_does_not_in_the_lab() throws Exception {
    SparkSession session = spark.newSession();
    PromptQueries.startIn(session);
    Batches two = new Batches(2);
    session.streams().addListener(two);

    StreamingQuery query = started(session, Trigger.ProcessingTime("1 hour"));

    assertThat(two.left.await(1, TimeUnit.MINUTES)).isTrue();
    query.stop();
  }

  /** Counts down with each micro-batch that is done. */
  private static final class Batches extends StreamingQueryListener {

    private final CountDownLatch left;

    Batches(int awaited) {
      this.left = new CountDownLatch(awaited);
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
      left.countDown();
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}
  }

  private static StreamingQuery started(SparkSession session, Trigger trigger)
      throws TimeoutException {
    return started(session, "rate-micro-batch", trigger);
  }

  private static StreamingQuery started(SparkSession session, String source, Trigger trigger)
      throws TimeoutException {
    Dataset<Row> rows = session.readStream().format(source).option("rowsPerBatch", 1).load();
    return rows.writeStream()
        .format("noop")
        .trigger(trigger)
        .option("checkpointLocation", "/tmp/queries-test")
        .start();
  }
}
