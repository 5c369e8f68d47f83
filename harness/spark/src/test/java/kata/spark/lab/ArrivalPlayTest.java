package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.harness.lab.LearnerMistake;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ArrivalPlayTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  private static final Scenario<ClickEvent> STORY =
      ArrivalStory.named("story", "Three views, the last of them from the second partition.")
          .partitions(2)
          .at("12:01:10")
          .from(0)
          .view("12:01", "/home")
          .at("12:03:20")
          .at("12:06:30")
          .view("12:06", "/home")
          .from(1)
          .view("12:02", "/home")
          .at("12:08:40")
          .view("12:03", "/home")
          .at("12:20")
          .done();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static Dataset<Row> count(Dataset<Row> views) {
    return Plays.count(views.withWatermark("event_time", "1 minute"));
  }

  private static TriggeredQuery with(Trigger trigger) {
    return new TriggeredQuery() {
      @Override
      public Dataset<Row> build(Dataset<Row> events) {
        return count(events);
      }

      @Override
      public Trigger trigger() {
        return trigger;
      }
    };
  }

  private static List<String> play(Object answer) throws Exception {
    return ENGINE.play(answer, STORY).emissions().stream()
        .map(it -> "%s %s %s".formatted(it.at(), it.output(), it.row().cells().values()))
        .toList();
  }

  @Test
  void each_step_is_a_micro_batch_and_shows_its_progress() throws Exception {
    StreamQuery query = ArrivalPlayTest::count;

    assertThat(play(query))
        .containsExactly(
            "12:01:10 progress [p0 12:01 /home, 12:00, 0]",
            "12:03:20 progress [nothing, 12:00, 0]",
            "12:06:30  [12:00 .. 12:05, 2]",
            "12:06:30 progress [p0 12:06 /home, p1 12:02 /home, 12:05, 0]",
            "12:08:40 progress [p1 12:03 /home, 12:05, 1]",
            "12:20 progress [nothing, 12:05, 0]");
  }

  @Test
  void two_streams_have_a_clock_each() throws Exception {
    TwoStreamQuery query =
        (first, second) ->
            Plays.count(
                first
                    .withWatermark("event_time", "1 minute")
                    .union(second.withWatermark("event_time", "1 minute")));

    assertThat(play(query))
        .containsExactly(
            "12:01:10 progress [p0 12:01 /home, 1970-01-01 00:00, 0]",
            "12:03:20 progress [nothing, 1970-01-01 00:00, 0]",
            "12:06:30 progress [p0 12:06 /home, p1 12:02 /home, 12:01, 0]",
            "12:08:40 progress [p1 12:03 /home, 12:02, 0]",
            "12:20 progress [nothing, 12:02, 0]");
  }

  @Test
  void a_query_without_a_watermark_has_none() throws Exception {
    StreamQuery query = views -> views.select("page");

    assertThat(play(query)).contains("12:20 progress [nothing, none, 0]");
  }

  @Test
  void an_interval_wakes_the_query_on_its_multiples() throws Exception {
    assertThat(play(with(Trigger.ProcessingTime("1 minute"))))
        .containsExactly(
            "12:01:10 batch [0, 1, 1, 1970-01-01 00:00, 0]",
            "12:02 batch [1, 1, 0, 12:00, 0]",
            "12:07 batch [2, 1, 2, 12:00, 0]",
            "12:08  [12:00 .. 12:05, 2]",
            "12:08 batch [3, 1, 0, 12:05, 0]",
            "12:09 batch [4, 1, 1, 12:05, 1]");
  }

  @Test
  void a_query_that_ends_is_started_again_from_its_checkpoint() throws Exception {
    assertThat(play(with(Trigger.AvailableNow())))
        .containsExactly(
            "12:01:10 batch [0, 1, 1, 1970-01-01 00:00, 0]",
            "12:01:10 batch [1, 1, 0, 12:00, 0]",
            "12:06:30  [12:00 .. 12:05, 2]",
            "12:06:30 batch [2, 3, 2, 12:00, 0]",
            "12:06:30 batch [3, 3, 0, 12:05, 0]",
            "12:08:40 batch [4, 4, 1, 12:05, 1]");
  }

  @Test
  void a_short_interval_in_a_long_story_takes_no_longer() throws Exception {
    assertThat(play(with(Trigger.ProcessingTime(1)))).hasSize(6);
  }

  @Test
  void a_play_gives_the_same_again_and_leaves_no_checkpoint_behind() throws Exception {
    Path folder = new Path(RunningQuery.CHECKPOINTS);
    MemoryCheckpoints checkpoints = new MemoryCheckpoints(folder, new Configuration(false));
    List<String> once = play(with(Trigger.AvailableNow()));
    int before = checkpoints.list(folder).length;

    assertThat(play(with(Trigger.AvailableNow()))).isEqualTo(once);
    assertThat(checkpoints.list(folder)).hasSize(before);
  }

  @Test
  void a_query_that_fails_between_two_steps_says_so() {
    TriggeredQuery query =
        new TriggeredQuery() {
          @Override
          public Dataset<Row> build(Dataset<Row> events) {
            return events.where("page = '/home' AND raise_error(page) IS NULL").select("page");
          }

          @Override
          public OutputMode outputMode() {
            return OutputMode.Append();
          }

          @Override
          public Trigger trigger() {
            return Trigger.ProcessingTime("1 minute");
          }
        };

    assertThatExceptionOfType(StreamingQueryException.class).isThrownBy(() -> play(query));
  }

  @Test
  void a_trigger_that_has_no_micro_batches_is_refused() {
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> play(with(Trigger.Continuous("1 minute"))))
        .withMessage("Your query cannot run with this trigger.");
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> play(with(null)))
        .withMessage("Your code returned null instead of a trigger.");
  }

  @Test
  void an_answer_of_another_kind_is_refused() {
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> play("nothing"))
        .withMessage("String is no query that the lab knows.");
  }
}
