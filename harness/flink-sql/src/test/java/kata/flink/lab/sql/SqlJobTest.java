package kata.flink.lab.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.flink.lab.FlinkEngine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.NotSolvedYet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lab makes of a query. */
class SqlJobTest {

  private static final FlinkEngine ENGINE = new FlinkEngine();

  private static final Scenario<ClickEvent> STORY =
      ClickStory.named("story", "Two views in time, and one that is too late.")
          .view("12:01", "/home")
          .watermark("12:04:59.999")
          .lateView("12:02", "/home")
          .watermark("12:05")
          .lateView("12:03", "/home")
          .watermark("12:07")
          .done();

  private static final String FROM =
      " FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES) ";

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static List<String> rows(String sql) throws Exception {
    Transcript played = ENGINE.play((SqlQuery) () -> sql, STORY);
    return played.emissions().stream().map(it -> it.at() + " " + it.row().cells()).toList();
  }

  private static LearnerMistake refused(String sql) {
    return catchThrowableOfType(LearnerMistake.class, () -> rows(sql));
  }

  @Test
  void a_window_comes_out_at_its_watermark_and_drops_what_is_late() throws Exception {
    assertThat(
            rows(
                "SELECT window_start, window_end, COUNT(*) AS n"
                    + FROM
                    + "GROUP BY window_start, window_end;\n"))
        .containsExactly("12:05 {window=12:00 .. 12:05, n=2}");
  }

  @Test
  void a_result_with_updates_shows_them() throws Exception {
    assertThat(rows("SELECT window_start, COUNT(*) AS n" + FROM + "GROUP BY window_start"))
        .containsExactly(
            "12:04:59.999 {window start=12:00, n=1}",
            "12:05 {window start=12:00, n=1, change=-U}",
            "12:05 {window start=12:00, n=2, change=+U}",
            "12:07 {window start=12:00, n=2, change=-U}",
            "12:07 {window start=12:00, n=3, change=+U}");
  }

  @Test
  void where_streams_meet_no_branch_runs_ahead_of_the_other() throws Exception {
    String counts =
        "SELECT window_start, window_end, COUNT(*) AS n"
            + FROM
            + "GROUP BY window_start, window_end";
    String longer = counts.replace("'5' MINUTES", "'6' MINUTES");

    assertThat(rows(counts + " UNION ALL " + longer))
        .containsExactlyInAnyOrder(
            "12:05 {window=12:00 .. 12:05, n=2}", "12:07 {window=12:00 .. 12:06, n=3}");
  }

  @Test
  void a_query_without_the_events_is_remarked_upon() throws Exception {
    assertThat(ENGINE.play((SqlQuery) () -> "SELECT 1 AS n", STORY).remarks())
        .first()
        .isEqualTo("Your result is not made of the events that you are given.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT page FORM clicks, x   | Line 1, column 18 of your SQL: "clicks" cannot stand there.
          SELECT page AS views FROM clicks | Line 1, column 16 of your SQL: "views" cannot stand there.
          SELECT (page FROM clicks     | Line 1, column 14 of your SQL: "FROM" cannot stand there.
          SELECT pgae FROM clicks      | Line 1, column 8 of your SQL: there is no column pgae.
          SELECT page FROM views1      | Line 1, column 18 of your SQL: there is no table views1.
          SELECT NVLX(page) FROM clicks | Line 1, column 8 of your SQL: there is no function NVLX that takes what you give it.
          SELECT page, COUNT(*) FROM clicks GROUP BY user_id | Line 1, column 8 of your SQL: page is neither grouped nor aggregated.
          SELECT * FROM TUMBLEX(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES) | Your SQL cannot run: a function that is given a TABLE has a name that Flink does not know.
          SELECT * FROM TUMBLE(clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES) | Line 1, column 22 of your SQL: clicks is a table, and a column is expected.
          SELECT * FROM TUMBLE(TABLE clicks, event_time, INTERVAL '5' MINUTES) | Line 1, column 36 of your SQL: the column event_time cannot be seen from there.
          SELECT * FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), '5 minutes') | Line 1, column 15 of your SQL: TUMBLE cannot be called with these arguments.
          SELECT * FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '300' SECONDS) | Line 1, column 75 of your SQL: the number 300 has too many digits for its unit.
          SELECT page FROM clicks ORDER BY page | Your SQL cannot run: a stream cannot be sorted by this.
          DROP TABLE clicks            | Your SQL cannot run: the lab takes one SELECT, and nothing else.
          """)
  void what_flink_refuses_is_said_in_plain_words(String sql, String headline) {
    assertThat(refused(sql)).hasMessage(headline);
    assertThat(refused(sql).advice()).isNotEmpty();
  }

  @Test
  void a_reserved_word_is_shown_in_its_line_with_the_remedy() {
    assertThat(refused("SELECT page,\n  page AS value\nFROM clicks").advice())
        .containsExactly(
            "The line is: page AS value",
            "It is a word of SQL itself. As a name it stands in backticks: `value`.");
  }

  @Test
  void swapped_lengths_are_told_with_their_seconds() {
    assertThat(
            refused(
                    "SELECT window_start, window_end, COUNT(*) FROM HOP(TABLE clicks,"
                        + " DESCRIPTOR(event_time), INTERVAL '10' MINUTES, INTERVAL '5' MINUTES)"
                        + " GROUP BY window_start, window_end")
                .advice())
        .containsExactly(
            "Yours are 300 seconds long and 600 seconds apart.",
            "Look up which of the two lengths stands first.");
  }

  @Test
  void no_sql_at_all_is_a_mistake_and_an_untouched_starter_is_not_solved() {
    assertThat(refused(" ")).hasMessage("Your code returned no SQL.");
    assertThat(refused(null)).hasMessage("Your code returned no SQL.");
    SqlQuery starter =
        () -> {
          throw new NotSolvedYet();
        };
    assertThatThrownBy(() -> ENGINE.play(starter, STORY)).isInstanceOf(NotSolvedYet.class);
  }
}
