package kata.flink.pipeline;

import static kata.flink.pipeline.Pipelines.CRASH;
import static kata.flink.pipeline.Pipelines.LAST_CRASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.Engines;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PipelineEngineTest {

  private static final PipelineEngine ENGINE = new PipelineEngine();

  @AfterAll
  static void stopTheEngine() {
    ENGINE.close();
  }

  @Test
  void it_takes_the_place_of_the_plain_lab() {
    assertThat(Engines.find()).isInstanceOf(PipelineEngine.class);
  }

  @Test
  void an_untouched_starter_starts_no_service() {
    Pipeline starter =
        (env, at) -> {
          throw new NotSolvedYet();
        };

    assertThatThrownBy(() -> ENGINE.play(starter, CRASH)).isInstanceOf(NotSolvedYet.class);
  }

  @Test
  void what_was_written_since_the_last_checkpoint_is_written_again_after_a_failure()
      throws Exception {
    assertThat(values(Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE), CRASH))
        .containsExactly("12:01 one", "12:05 two", "12:05 two", "12:05 three");
  }

  @Test
  void a_checkpoint_has_committed_all_before_it_when_somebody_looks() throws Exception {
    assertThat(values(Pipelines.copy(DeliveryGuarantee.EXACTLY_ONCE), CRASH))
        .containsExactly("12:01 one", "12:05 two", "12:05 three");
  }

  @Test
  void what_the_barrier_of_a_checkpoint_may_overtake_is_there_as_well() throws Exception {
    Pipeline overtaken =
        (env, at) -> {
          env.enableCheckpointing(1000);
          // A record waits for others to fill its buffer, and a barrier passes it there.
          env.setBufferTimeout(-1);
          env.getCheckpointConfig().enableUnalignedCheckpoints();
          env.fromSource(Pipelines.in(at).build(), WatermarkStrategy.noWatermarks(), "in")
              .rebalance()
              .sinkTo(Pipelines.out(at, DeliveryGuarantee.EXACTLY_ONCE));
        };

    assertThat(values(overtaken, CRASH)).containsExactly("12:01 one", "12:05 two", "12:05 three");
  }

  @Test
  void a_transaction_lasts_until_the_next_checkpoint_at_least() {
    Pipeline slow =
        (env, at) -> {
          Pipelines.copy(DeliveryGuarantee.EXACTLY_ONCE).build(env, at);
          env.enableCheckpointing(60_000);
        };

    assertMistake(
        slow,
        "A transaction of your sink ends before the checkpoint that would commit it.",
        "It may stay open for 60 s, and checkpoints come every 60 s.",
        "The broker aborts what is open for longer than transaction.timeout.ms: the records are"
            + " lost.");
  }

  @Test
  void checkpoints_are_as_exact_as_the_sink() {
    Pipeline inexact =
        (env, at) -> {
          Pipelines.copy(DeliveryGuarantee.EXACTLY_ONCE).build(env, at);
          env.enableCheckpointing(1000, CheckpointingMode.AT_LEAST_ONCE);
        };

    assertMistake(
        inexact,
        "Your sink is exactly once, and your checkpoints are not.",
        "They may hold records that a task with several inputs will count again.",
        "Leave out CheckpointingMode.AT_LEAST_ONCE.");
  }

  @Test
  void a_program_that_starts_again_finds_its_transactions_by_their_names() {
    Pipeline renamed =
        (env, at) -> {
          env.enableCheckpointing(1000);
          Pipelines.copy(
              env,
              Pipelines.in(at).build(),
              Pipelines.out(at, DeliveryGuarantee.EXACTLY_ONCE, UUID.randomUUID().toString()));
        };

    assertMistake(
        renamed,
        "The transactions of your sink have other names each time your program starts.",
        "After a failure nobody finds those that were left open, and readers wait behind them.",
        "Give a prefix that stays the same.");
  }

  @Test
  void a_sink_without_transactions_may_have_rare_checkpoints() throws Exception {
    Pipeline slow =
        (env, at) -> {
          Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE).build(env, at);
          env.enableCheckpointing(60_000);
        };

    assertThat(values(slow, CRASH)).contains("12:01 one");
  }

  @Test
  void a_task_without_a_partition_is_the_reason_if_nothing_comes_out() {
    Pipeline parallel =
        (env, at) -> {
          env.setParallelism(2);
          env.enableCheckpointing(1000);
          env.fromSource(
                  Pipelines.in(at).build(), WatermarkStrategy.forMonotonousTimestamps(), "in")
              .windowAll(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
              .reduce((a, b) -> a + b)
              .sinkTo(Pipelines.out(at, DeliveryGuarantee.AT_LEAST_ONCE));
        };

    assertMistake(
        parallel,
        "Nothing came out: 2 tasks read from topics whose number of partitions is 1.",
        "A task without a partition has no watermark, and holds back that of all.",
        "Leave out setParallelism, or say withIdleness.");
  }

  @Test
  void the_end_of_a_topic_is_where_it_ended_when_the_pipeline_started() throws Exception {
    Pipeline fromTheEnd =
        (env, at) -> {
          env.enableCheckpointing(1000);
          Pipelines.copy(
              env,
              Pipelines.in(at).setStartingOffsets(OffsetsInitializer.latest()).build(),
              Pipelines.out(at, DeliveryGuarantee.AT_LEAST_ONCE));
        };

    assertThat(values(fromTheEnd, CRASH)).containsExactly("12:05 two", "12:05 two", "12:05 three");
  }

  @Test
  void without_checkpoints_nothing_starts_again() {
    Pipeline uncheckpointed =
        (env, at) ->
            Pipelines.copy(
                env, Pipelines.in(at).build(), Pipelines.out(at, DeliveryGuarantee.AT_LEAST_ONCE));

    assertMistake(
        uncheckpointed,
        "Your pipeline failed once and did not start again.",
        "Without checkpoints Flink has nothing to go back to, and does not restart a job.");
  }

  @Test
  void a_restart_strategy_that_allows_no_restart_is_kept() {
    Pipeline stubborn =
        (env, at) -> {
          env.configure(
              new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "disable"));
          Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE).build(env, at);
        };

    assertMistake(
        stubborn,
        "Your pipeline failed once and did not start again.",
        "Its restart strategy allows no further restart.");
  }

  @Test
  void it_is_seen_whether_a_job_gives_up() throws Exception {
    Configuration none =
        new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    Pipeline copy = Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE);
    Pipeline stubborn =
        (env, at) -> {
          env.configure(none);
          copy.build(env, at);
        };

    assertThat(afterTheLastCrash(stubborn)).isEqualTo("has given up");
    assertThat(afterTheLastCrash(copy)).isEqualTo("started again");
  }

  private static String afterTheLastCrash(Pipeline pipeline) throws Exception {
    return ENGINE
        .play(pipeline, LAST_CRASH)
        .on("job")
        .emissions()
        .get(0)
        .row()
        .cells()
        .get("state");
  }

  @Test
  void a_bounded_source_comes_to_an_end() {
    Pipeline bounded =
        (env, at) -> {
          env.enableCheckpointing(1000);
          Pipelines.copy(
              env,
              Pipelines.in(at).setBounded(OffsetsInitializer.latest()).build(),
              Pipelines.out(at, DeliveryGuarantee.AT_LEAST_ONCE));
        };

    assertMistake(
        bounded,
        "Your pipeline came to an end, and a topic does not.",
        "Leave out setBounded: a bounded source stops where the topic ended when it started.");
  }

  @Test
  void a_pipeline_that_reads_no_topic_is_refused() {
    assertMistake(
        (env, at) -> env.fromData(1, 2).print(),
        "Your pipeline reads no topic.",
        "Give a KafkaSource to fromSource of the environment that you are given.");
  }

  @Test
  void a_pipeline_does_not_run_itself() {
    Pipeline impatient =
        (env, at) -> {
          Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE).build(env, at);
          env.execute();
        };

    assertMistake(
        impatient,
        "Your code runs the job itself.",
        "The lab runs it when build(...) has returned.",
        "Leave out execute().");
  }

  @Test
  void what_a_function_throws_ends_the_play() {
    Pipeline failing =
        (env, at) -> {
          env.enableCheckpointing(1000);
          env.fromSource(Pipelines.in(at).build(), WatermarkStrategy.noWatermarks(), "in")
              .map(Integer::valueOf)
              .print();
        };

    assertThatThrownBy(() -> ENGINE.play(failing, CRASH))
        .hasRootCauseInstanceOf(NumberFormatException.class);
  }

  @Test
  void a_partition_is_idle_by_the_clock_of_the_story() throws Exception {
    Scenario<Message> story =
        PipelineStory.named("idle", "One of two partitions falls silent.")
            .topic("in", 2)
            .topic("out", 1)
            .record("in", null, "12:00", "one")
            .in(1)
            .record("in", null, "12:00", "two")
            .checkpoint("12:01")
            .record("in", null, "12:05", "three")
            .checkpoint("12:05:01")
            .goesOn("12:06")
            .record("in", null, "12:07", "four")
            .checkpoint("12:07")
            .done();
    Pipeline counting =
        (env, at) -> {
          env.enableCheckpointing(1000);
          env.fromSource(
                  Pipelines.in(at).build(),
                  WatermarkStrategy.<String>forMonotonousTimestamps()
                      .withIdleness(Duration.ofMinutes(5)),
                  "in")
              .windowAll(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
              .reduce((a, b) -> a.compareTo(b) < 0 ? a + "," + b : b + "," + a)
              .sinkTo(Pipelines.out(at, DeliveryGuarantee.AT_LEAST_ONCE));
        };

    assertThat(values(counting, story)).containsExactly("12:07 one,two");
  }

  @Test
  void a_statement_in_sql_is_a_pipeline_too() throws Exception {
    Pipeline sql =
        (env, at) -> {
          env.enableCheckpointing(1000);
          StreamTableEnvironment tables = StreamTableEnvironment.create(env);
          tables.executeSql(table("source", at.kafka(), at.topic("in")));
          tables.executeSql(table("sink", at.kafka(), at.topic("out")));
          tables.executeSql("insert into sink select upper(v) from source");
        };

    assertThat(values(sql, CRASH))
        .containsExactly("12:01 ONE", "12:05 TWO", "12:05 TWO", "12:05 THREE");
  }

  @Test
  void questions_are_asked_in_the_time_of_the_story() throws Exception {
    Scenario<Message> story =
        PipelineStory.named("asked", "Somebody asks.")
            .topic("in", 1)
            .topic("out", 1)
            .table("create table numbers as select 20 as n")
            .record("in", null, "12:00", "one")
            .checkpoint("12:01")
            .done();

    assertThat(ENGINE.play(new Asked(), story).on("question sums").emissions())
        .containsExactly(
            new Emission(
                "12:01",
                "question sums",
                Row.of(Map.of("sum", 21, "now", StoryTime.parse("12:01")))));
  }

  private static final class Asked implements QueriedPipeline {

    @Override
    public void build(StreamExecutionEnvironment env, Connections at) throws Exception {
      Pipelines.copy(DeliveryGuarantee.AT_LEAST_ONCE).build(env, at);
    }

    @Override
    public Map<String, String> queries(Instant now) {
      return Map.of(
          "sums", "select n + 1 as sum, timestamptz '%s' as now from numbers".formatted(now));
    }
  }

  private static String table(String name, String brokers, String topic) {
    return """
    create table %s (v string) with (
      'connector' = 'kafka',
      'properties.bootstrap.servers' = '%s',
      'topic' = '%s',
      'scan.startup.mode' = 'earliest-offset',
      'format' = 'raw')
    """
        .formatted(name, brokers, topic);
  }

  @Test
  void files_are_in_the_bucket_when_a_checkpoint_has_completed() throws Exception {
    Pipeline archive =
        (env, at) -> {
          env.enableCheckpointing(1000);
          env.fromSource(Pipelines.in(at).build(), WatermarkStrategy.noWatermarks(), "in")
              .sinkTo(
                  FileSink.forRowFormat(
                          new Path(at.folder("lines")), new SimpleStringEncoder<String>())
                      .withRollingPolicy(OnCheckpointRollingPolicy.build())
                      .build());
        };

    assertThat(values(archive, CRASH)).containsExactly("12:01 one", "12:05 two", "12:05 three");
  }

  private static List<String> values(Pipeline pipeline, Scenario<Message> story) throws Exception {
    return Pipelines.values(ENGINE.play(pipeline, story));
  }

  private static void assertMistake(Pipeline pipeline, String headline, String... advice) {
    assertThatThrownBy(() -> ENGINE.play(pipeline, CRASH))
        .isInstanceOfSatisfying(
            LearnerMistake.class,
            mistake -> {
              assertThat(mistake).hasMessage(headline);
              assertThat(mistake.advice()).containsExactly(advice);
            });
  }
}
