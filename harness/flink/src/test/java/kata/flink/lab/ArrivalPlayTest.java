package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalPlayTest {

  private static final FlinkEngine ENGINE = new FlinkEngine();

  private static final Scenario<ClickEvent> TWO_PARTITIONS =
      ArrivalStory.named("story", "One partition is read after the other.")
          .partitions(2)
          .at("12:08")
          .view("12:01", "/home")
          .view("12:07", "/home")
          .at("12:09")
          .from(1)
          .view("12:02", "/home")
          .at("12:10")
          .view("12:06", "/home")
          .heartbeat("12:07:30")
          .at("12:20")
          .at("12:30")
          .at("12:40")
          .from(0)
          .view("12:31", "/home")
          .done();

  private static final WatermarkStrategy<ClickEvent> ASCENDING =
      WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
          .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli());

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static Transcript play(WatermarkJob job) throws Exception {
    return ENGINE.play(job, TWO_PARTITIONS);
  }

  private static List<String> rows(Transcript transcript, String output) {
    return transcript.on(output).emissions().stream()
        .map(it -> it.at() + " " + String.join(" ", it.row().cells().values()))
        .toList();
  }

  @Test
  void each_partition_has_a_generator_and_the_slowest_counts() throws Exception {
    Transcript transcript = play(() -> ASCENDING);

    assertThat(rows(transcript, WatermarkJob.WATERMARKS))
        .containsExactly(
            "12:08 p0 12:01 /home, p0 12:07 /home none",
            "12:09 p1 12:02 /home 12:01:59.999",
            "12:10 p1 12:06 /home, p1 12:07:30 heartbeat 12:06:59.999",
            "12:20 nothing 12:06:59.999",
            "12:30 nothing 12:06:59.999",
            "12:40 p0 12:31 /home 12:07:29.999");
    assertThat(rows(transcript, ""))
        .containsExactly(
            "12:10 12:00 .. 12:05 /home 2",
            "end 12:05 .. 12:10 /home 2",
            "end 12:30 .. 12:35 /home 1");
    assertThat(rows(transcript, WatermarkJob.LATE)).isEmpty();
  }

  @Test
  void idleness_follows_the_clock_of_the_story() throws Exception {
    Transcript transcript = play(() -> ASCENDING.withIdleness(Duration.ofMinutes(5)));

    assertThat(rows(transcript, WatermarkJob.WATERMARKS))
        .endsWith(
            "12:20 nothing 12:07:29.999",
            "12:30 nothing 12:07:29.999",
            "12:40 p0 12:31 /home 12:30:59.999");
    assertThat(rows(transcript, ""))
        .containsExactly(
            "12:10 12:00 .. 12:05 /home 2",
            "12:40 12:05 .. 12:10 /home 2",
            "end 12:30 .. 12:35 /home 1");
  }

  private static WatermarkJob withEachEvent() {
    return () ->
        WatermarkStrategy.<ClickEvent>forGenerator(
                context ->
                    new WatermarkGenerator<>() {
                      @Override
                      public void onEvent(ClickEvent event, long time, WatermarkOutput output) {
                        output.emitWatermark(new Watermark(time));
                      }

                      @Override
                      public void onPeriodicEmit(WatermarkOutput output) {}
                    })
            .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli());
  }

  private static class BehindTheSource implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, WatermarkStrategy.noWatermarks(), "events")
          .assignTimestampsAndWatermarks(ASCENDING);
    }
  }

  /** Is written as learners write: its generator holds on to the answer. */
  private static final class GeneratorInside implements WatermarkJob {
    private static final long BOUND = 60_000;

    @Override
    public WatermarkStrategy<ClickEvent> strategy() {
      return ASCENDING.withTimestampAssigner((event, arrival) -> arrival - bound());
    }

    private long bound() {
      return BOUND;
    }
  }

  @Test
  void an_answer_may_be_sent_with_its_strategy() throws Exception {
    assertThat(rows(play(new GeneratorInside()), WatermarkJob.WATERMARKS))
        .contains("12:09 p1 12:02 /home 12:06:59.999");
  }

  @Test
  void behind_the_source_partitions_cannot_be_told_apart() throws Exception {
    Transcript transcript = ENGINE.play(new BehindTheSource(), TWO_PARTITIONS);

    assertThat(rows(transcript, WatermarkJob.WATERMARKS))
        .startsWith(
            "12:08 p0 12:01 /home, p0 12:07 /home 12:06:59.999",
            "12:09 p1 12:02 /home 12:06:59.999");
    assertThat(rows(transcript, WatermarkJob.LATE)).containsExactly("12:09 12:02 /home");
    assertThat(transcript.remarks()).isEmpty();
  }

  private static class Dropped implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      DataStream<ClickEvent> events =
          env.fromSource(source, WatermarkStrategy.noWatermarks(), "events");
      events.assignTimestampsAndWatermarks(ASCENDING);
      return events;
    }
  }

  @Test
  void a_strategy_whose_stream_is_dropped_is_remarked_on() throws Exception {
    Transcript transcript = ENGINE.play(new Dropped(), TWO_PARTITIONS);

    assertThat(rows(transcript, WatermarkJob.WATERMARKS)).allMatch(row -> row.endsWith(" none"));
    assertThat(transcript.remarks())
        .singleElement()
        .asString()
        .startsWith("Your code makes a stream (strategy behind the source) and drops it");
  }

  @Test
  void a_watermark_may_come_between_two_events_of_a_step() throws Exception {
    Scenario<ClickEvent> together =
        ArrivalStory.named("together", "A late view comes together with a newer one.")
            .at("12:08")
            .view("12:07", "/home")
            .view("12:01", "/home")
            .done();

    assertThat(rows(ENGINE.play(withEachEvent(), together), WatermarkJob.LATE))
        .containsExactly("12:08 12:01 /home");
    assertThat(rows(ENGINE.play((WatermarkJob) () -> ASCENDING, together), WatermarkJob.LATE))
        .isEmpty();
  }

  @Test
  void without_an_assigner_an_event_keeps_the_time_of_its_arrival() throws Exception {
    assertThat(rows(play(WatermarkStrategy::forMonotonousTimestamps), ""))
        .contains("12:40 12:05 .. 12:10 /home 3");
  }

  @Test
  void many_events_of_a_step_are_counted_and_not_named() throws Exception {
    Scenario<ClickEvent> many =
        ArrivalStory.named("many", "Four views at once.")
            .at("12:08")
            .view("12:01", "/home")
            .view("12:02", "/home")
            .view("12:03", "/home")
            .view("12:04", "/home")
            .done();

    assertThat(rows(ENGINE.play((WatermarkJob) () -> ASCENDING, many), WatermarkJob.WATERMARKS))
        .containsExactly("12:08 4 events 12:03:59.999");
  }

  /** Lets two threads work behind the source. */
  private static class ParallelStep implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, ASCENDING, "events")
          .rebalance()
          .map(event -> event)
          .setParallelism(2);
    }
  }

  @RepeatedTest(20)
  void no_event_overtakes_a_watermark_behind_the_source() throws Exception {
    Scenario<ClickEvent> outOfLine =
        ArrivalStory.named("out-of-line", "Old views follow newer ones.")
            .at("12:08")
            .view("12:07", "/home")
            .at("12:09")
            .view("12:01", "/home")
            .at("12:13")
            .view("12:12", "/home")
            .at("12:14")
            .view("12:06", "/home")
            .done();

    Transcript transcript = ENGINE.play(new ParallelStep(), outOfLine);

    assertThat(rows(transcript, WatermarkJob.LATE))
        .containsExactly("12:09 12:01 /home", "12:14 12:06 /home");
    assertThat(rows(transcript, ""))
        .containsExactly("12:13 12:05 .. 12:10 /home 1", "end 12:10 .. 12:15 /home 1");
  }

  @Test
  void a_source_that_several_tasks_read_is_a_mistake() {
    String message = "Your code lets 2 tasks read the source, where one is to read all partitions.";

    assertMistake(
        (env, source) -> {
          env.setParallelism(2);
          return env.fromSource(source, ASCENDING, "events");
        },
        message);
    assertMistake(
        (env, source) -> env.fromSource(source, ASCENDING, "events").setParallelism(2), message);
  }

  @Test
  void the_lab_counts_in_one_task_whatever_the_environment_says() throws Exception {
    SourceJob job =
        (env, source) -> {
          DataStream<ClickEvent> events = env.fromSource(source, ASCENDING, "events");
          env.setParallelism(2);
          return events;
        };

    assertThat(rows(ENGINE.play(job, TWO_PARTITIONS), ""))
        .isEqualTo(rows(play(() -> ASCENDING), ""));
  }

  @Test
  void a_strategy_that_is_null_is_a_mistake() {
    assertMistake(() -> null, "Your strategy is null.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assigner", "generator"})
  void a_strategy_that_makes_null_is_a_mistake(String part) {
    WatermarkJob job =
        () ->
            part.equals("generator")
                ? context -> null
                : ASCENDING.withTimestampAssigner(context -> null);

    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> play(job))
        .havingRootCause()
        .isInstanceOf(LearnerMistake.class)
        .withMessage("Your strategy makes null instead of a %s.", part);
  }

  @Test
  void an_answer_of_another_lesson_is_a_mistake() {
    StreamJob<ClickEvent, PageCount> job = Plays::count;

    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> ENGINE.play(job, TWO_PARTITIONS))
        .withMessageEndingWith(" is neither a WatermarkJob nor a SourceJob.");
  }

  @Test
  void a_strategy_behind_another_operator_is_a_mistake() {
    assertMistake(
        (env, source) ->
            env.fromSource(source, WatermarkStrategy.noWatermarks(), "events")
                .filter(event -> true)
                .assignTimestampsAndWatermarks(ASCENDING),
        "Your strategy stands behind other operators.");
  }

  @Test
  void a_stream_from_elsewhere_is_a_mistake() {
    assertMistake(
        (env, source) -> env.fromData(TWO_PARTITIONS.events()),
        "Your code reads another source than the one that it is given.");
    assertMistake((env, source) -> null, "Your code returned null instead of a stream.");
    assertMistake(
        (env, source) -> env.fromSource(new ScriptedSource<>(TWO_PARTITIONS), ASCENDING, "other"),
        "Your code reads another source than the one that it is given.");
  }

  private static void assertMistake(WatermarkJob job, String message) {
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> ENGINE.play(job, TWO_PARTITIONS))
        .withMessage(message);
  }

  private static void assertMistake(SourceJob job, String message) {
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> ENGINE.play(job, TWO_PARTITIONS))
        .withMessage(message);
  }
}
