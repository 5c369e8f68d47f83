package kata.spark.lab;

import static kata.datasets.EventType.PURCHASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.harness.lab.LearnerMistake;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JoinQueryTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  private static final Scenario<ClickEvent> STORY =
      ClickStory.named("story", "One of two visitors buys what was viewed.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/home", "bob")
          .watermark("12:02:30")
          .does(PURCHASE, "12:03", "/done", "ann")
          .watermark("12:05")
          .watermark("12:20")
          .done();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static List<String> play(JoinQuery query, Scenario<ClickEvent> story) throws Exception {
    return ENGINE.play(query, story).emissions().stream()
        .map(emission -> emission.at() + " " + emission.row().cells())
        .toList();
  }

  private static Dataset<Row> join(Dataset<Row> views, Dataset<Row> purchases, String kind) {
    return views
        .as("v")
        .join(
            purchases.as("p"),
            functions.expr(
                "v.user_id = p.user_id AND p.event_time >= v.event_time"
                    + " AND p.event_time <= v.event_time + INTERVAL 5 MINUTES"),
            kind)
        .selectExpr("v.user_id AS user", "v.event_time AS viewed", "p.event_time AS bought");
  }

  private static Dataset<Row> join(Dataset<Row> views, Dataset<Row> purchases) {
    return join(views, purchases, "inner");
  }

  @Test
  void purchases_meet_views_in_the_step_in_which_the_later_of_them_comes() throws Exception {
    assertThat(play(JoinQueryTest::join, STORY))
        .containsExactly("12:05 {user=ann, viewed=12:01, bought=12:03}");
  }

  @Test
  void what_has_no_partner_comes_out_when_the_watermark_rules_one_out() throws Exception {
    assertThat(play((views, purchases) -> join(views, purchases, "left_outer"), STORY))
        .containsExactly(
            "12:05 {user=ann, viewed=12:01, bought=12:03}",
            "12:20 {user=bob, viewed=12:02, bought=null}");
  }

  @Test
  void both_streams_of_a_step_are_one_micro_batch_every_time() throws Exception {
    ClickStory story = ClickStory.named("steps", "A visitor buys again and again.");
    for (int minute = 0; minute < 10; minute++) {
      story
          .view(time(minute, 10), "/home", "ann")
          .does(PURCHASE, time(minute, 20), "/done", "ann")
          .watermark(time(minute, 30));
    }
    Scenario<ClickEvent> steps = story.done();
    JoinQuery near =
        (views, purchases) ->
            join(views, purchases).where("bought < viewed + INTERVAL 15 SECONDS").select("viewed");

    assertThat(ENGINE.play(near, steps).emissions())
        .hasSize(10)
        .allMatch(it -> it.row().cells().get("viewed").startsWith(it.at().substring(0, 5)));
  }

  private static String time(int minute, int second) {
    return String.format(Locale.ROOT, "12:%02d:%02d", minute, second);
  }

  @Test
  void neither_stream_is_a_result_as_it_came() {
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> play((views, purchases) -> purchases, STORY))
        .withMessageContaining("as they came");
  }

  @Test
  void a_join_holds_what_may_still_meet_a_partner() throws Exception {
    JoinQuery join = JoinQueryTest::join;

    assertThat(ENGINE.stateUse(join, STORY).peak()).isBetween(2L, 3L);
    assertThat(ENGINE.stateUse(join, STORY).left()).isZero();
  }

  @Test
  void a_join_without_a_range_of_time_holds_everything_for_ever() throws Exception {
    JoinQuery join =
        (views, purchases) ->
            views.as("v").join(purchases.as("p"), functions.expr("v.user_id = p.user_id"));

    assertThat(ENGINE.stateUse(select(join), STORY).left()).isEqualTo(3);
  }

  private static JoinQuery select(JoinQuery join) {
    return (views, purchases) -> join.build(views, purchases).selectExpr("v.user_id AS user");
  }
}
