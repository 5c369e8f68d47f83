package kata.spark.lab;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.TimeoutException;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.LearnerMistake;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SparkEngineTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static List<String> play(StreamQuery query, Scenario<ClickEvent> story) throws Exception {
    return ENGINE.play(query, story).emissions().stream()
        .map(emission -> emission.at() + " " + emission.row().cells())
        .toList();
  }

  private static StreamQuery in(OutputMode mode, StreamQuery query) {
    return new StreamQuery() {
      @Override
      public Dataset<Row> build(Dataset<Row> events) {
        return query.build(events);
      }

      @Override
      public OutputMode outputMode() {
        return mode;
      }
    };
  }

  @Test
  void a_report_is_a_query_of_its_own() throws Exception {
    ReportsQuery reports = (name, views) -> name.equals("counts") ? Plays.count(views) : views;

    assertThat(ENGINE.play(ENGINE.report(reports, "counts"), Plays.STORY))
        .isEqualTo(ENGINE.play((StreamQuery) Plays::count, Plays.STORY));
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> ENGINE.report("no query", "counts"))
        .withMessage("String is not a ReportsQuery.");
  }

  @Test
  void a_window_comes_out_in_the_step_whose_watermark_reaches_its_end() throws Exception {
    assertThat(play(Plays::count, Plays.STORY))
        .containsExactly("12:05 {window=12:00 .. 12:05, views=2}");
  }

  @Test
  void a_row_that_waits_for_nothing_comes_out_in_the_step_in_which_it_came() throws Exception {
    assertThat(play(views -> views.select("event_time"), Plays.STORY))
        .containsExactly(
            "12:04:59.999 {event time=12:01}",
            "12:04:59.999 {event time=12:02}",
            "12:07 {event time=12:06}");
  }

  /** The boldest event is 30 minutes ahead of the watermark, and yet does not move it. */
  @Test
  void an_event_ahead_of_the_watermark_closes_no_window() throws Exception {
    Scenario<ClickEvent> story =
        ClickStory.named("ahead", "One view comes from the future.")
            .view("12:01", "/home")
            .view("12:34", "/home")
            .watermark("12:04")
            .view("12:04", "/home")
            .watermark("12:05")
            .done();

    assertThat(play(Plays::count, story)).containsExactly("12:05 {window=12:00 .. 12:05, views=2}");
  }

  /**
   * Whether a row is late is decided by the end of its window, as in Flink, not by its own time.
   */
  @Test
  void a_row_is_dropped_exactly_when_the_watermark_has_reached_the_end_of_its_window()
      throws Exception {
    Scenario<ClickEvent> story =
        ClickStory.named("late", "Two views of one window are late, around its end.")
            .view("12:01", "/home")
            .watermark("12:04:59.999")
            .lateView("12:00", "/home")
            .watermark("12:05")
            .lateView("12:04:59.999", "/home")
            .view("12:05", "/home")
            .watermark("12:10")
            .done();

    assertThat(play(Plays::count, story))
        .containsExactly(
            "12:05 {window=12:00 .. 12:05, views=2}", "12:10 {window=12:05 .. 12:10, views=1}");
  }

  @Test
  void a_second_stage_comes_out_in_the_same_step_as_the_first() throws Exception {
    StreamQuery twoStages =
        views ->
            views
                .groupBy(window(col("event_time"), "5 minutes"), col("page"))
                .count()
                .groupBy(col("window"))
                .agg(max(col("count")).as("most"))
                .select("window.end", "most");

    assertThat(play(twoStages, Plays.STORY)).containsExactly("12:05 {end=12:05, most=2}");
  }

  /** Spark moves such filters to below the watermark, where they would take the heartbeats. */
  @Test
  void a_filter_of_the_learner_does_not_hold_up_the_watermark() throws Exception {
    StreamQuery filtered =
        views -> Plays.count(views.where("page = '/home'").where(col("device").isNotNull()));

    assertThat(play(filtered, Plays.STORY)).isEqualTo(play(Plays::count, Plays.STORY));
  }

  @Test
  void the_heartbeats_of_the_lab_are_not_seen() throws Exception {
    StreamQuery all = in(OutputMode.Update(), views -> views.groupBy("page").count());

    assertThat(play(all, Plays.STORY))
        .containsExactly("12:04:59.999 {page=/home, count=2}", "12:07 {page=/home, count=3}");
  }

  @Test
  void the_events_have_all_the_fields_of_the_clickstream() throws Exception {
    Scenario<ClickEvent> story =
        ClickStory.named("one", "One view.")
            .view("12:01", "/home", "bob")
            .watermark("12:05")
            .done();

    assertThat(play(views -> views.select(col("*")), story))
        .containsExactly(
            "12:05 {event id=e1, user id=bob, session id=bob-1, event type=PAGE_VIEW, page=/home,"
                + " event time=12:01, country=CH, device=mobile}");
  }

  @Test
  void update_mode_gives_out_what_each_micro_batch_changes() throws Exception {
    assertThat(play(in(OutputMode.Update(), Plays::count), Plays.STORY))
        .containsExactly(
            "12:04:59.999 {window=12:00 .. 12:05, views=2}",
            "12:07 {window=12:05 .. 12:10, views=1}");
  }

  @Test
  void the_clock_of_a_play_shows_the_time_of_the_story() throws Exception {
    assertThat(play(views -> views.select(current_timestamp().as("now")), Plays.STORY))
        .containsExactly(
            "12:04:59.999 {now=12:04:59.999}",
            "12:04:59.999 {now=12:04:59.999}",
            "12:07 {now=12:07}");
  }

  @Test
  void a_play_gives_the_same_again() throws Exception {
    StreamQuery query =
        views ->
            Plays.count(views).withColumn("users", lit(1)).withColumn("now", current_timestamp());

    assertThat(play(query, Plays.STORY)).isEqualTo(play(query, Plays.STORY));
  }

  @Test
  void a_play_does_not_see_the_views_and_settings_of_another() throws Exception {
    StreamQuery leaves =
        views -> {
          views.createOrReplaceTempView("left_behind");
          views.sparkSession().conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
          return Plays.count(views);
        };
    StreamQuery finds =
        views -> views.sparkSession().sql("SELECT current_timezone() AS zone FROM left_behind");
    StreamQuery asks = views -> views.selectExpr("current_timezone() AS zone").limit(1);

    play(leaves, Plays.STORY);

    assertThatExceptionOfType(AnalysisException.class)
        .isThrownBy(() -> play(finds, Plays.STORY))
        .withMessageContaining("left_behind");
    assertThat(play(asks, Plays.STORY)).containsExactly("12:04:59.999 {zone=UTC}");
  }

  @Test
  void a_view_for_all_sessions_ends_with_its_play() throws Exception {
    StreamQuery global =
        views -> {
          try {
            views.createGlobalTempView("views");
          } catch (AnalysisException e) {
            throw new IllegalStateException(e);
          }
          return views.sparkSession().sql("SELECT page FROM global_temp.views").limit(1);
        };

    assertThat(play(global, Plays.STORY)).isEqualTo(play(global, Plays.STORY)).hasSize(1);
  }

  @Test
  void the_session_of_a_play_is_the_one_that_a_learner_gets() throws Exception {
    StreamQuery viaSql =
        views -> {
          views.createOrReplaceTempView("views");
          return SparkSession.builder()
              .getOrCreate()
              .sql("SELECT page FROM views WHERE event_time < '2024-03-04 12:02:00'");
        };

    assertThat(play(viaSql, Plays.STORY)).containsExactly("12:04:59.999 {page=/home}");
  }

  @Test
  void a_query_that_the_learner_starts_ends_with_the_play() throws Exception {
    Dataset<?>[] kept = new Dataset<?>[1];
    StreamQuery starts =
        views -> {
          kept[0] = views;
          try {
            views.writeStream().format("memory").queryName("own").start();
          } catch (TimeoutException e) {
            throw new IllegalStateException(e);
          }
          return Plays.count(views);
        };

    assertThat(play(starts, Plays.STORY)).hasSize(1);
    assertThat(kept[0].sparkSession().streams().active()).isEmpty();
  }

  @Test
  void a_play_starts_spark_again_when_the_learner_has_stopped_it() throws Exception {
    StreamQuery stops =
        views -> {
          views.sparkSession().stop();
          return Plays.count(views);
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> play(stops, Plays.STORY));
    assertThat(play(Plays::count, Plays.STORY)).hasSize(1);
  }

  @Test
  void a_play_leaves_no_checkpoint_behind() throws Exception {
    Path folder = new Path(RunningQuery.CHECKPOINTS);
    MemoryCheckpoints checkpoints = new MemoryCheckpoints(folder, new Configuration(false));
    play(Plays::count, Plays.STORY);
    int before = checkpoints.list(folder).length;

    play(Plays::count, Plays.STORY);

    assertThat(checkpoints.list(folder)).hasSize(before);
  }

  @Test
  void approximate_aggregates_work_without_generated_code() throws Exception {
    StreamQuery query =
        views ->
            views
                .groupBy(window(col("event_time"), "5 minutes"))
                .agg(approx_count_distinct("page").as("pages"))
                .select("pages");

    assertThat(play(query, Plays.STORY)).containsExactly("12:05 {pages=1}");
  }

  @Test
  void the_time_of_the_story_does_not_depend_on_the_time_zone_of_the_machine() throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(play(Plays::count, Plays.STORY))
          .containsExactly("12:05 {window=12:00 .. 12:05, views=2}");
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(StoryTime.parse("12:05")).isEqualTo("2024-03-04T12:05:00Z");
  }
}
