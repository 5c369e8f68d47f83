package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.scenarios.TumblingScenarios;
import kata.harness.picture.Drawings.Way;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Table;
import org.junit.jupiter.api.Test;

class DetectiveTest {

  private static final String HEAD = "at | window  page | views\n";

  private static Optional<String> say(Scenario<ClickEvent> scenario, Transcript got) {
    Table table = Drawings.table(scenario);
    List<Bar> bars = Bars.of(table, got.emissions());
    return new Detective(
            bars, Arrival.of(Progress.of(scenario, new Transcript(List.of()))), List.of("page"))
        .find()
        .map(Fate::sentence);
  }

  private static Optional<String> say(Scenario<ClickEvent> scenario, String rows) {
    return say(scenario, new Transcript(Table.parse(HEAD + rows).emissions()));
  }

  @Test
  void an_event_on_the_boundary_is_found_in_the_window_that_it_ends() {
    assertThat(say(TumblingScenarios.BOUNDARY, "12:05 | 12:00 .. 12:05  /home | 3"))
        .contains("e3 (12:05, /home) is in 12:00 .. 12:05 here; it belongs to 12:05 .. 12:10.");
  }

  @Test
  void an_event_that_came_too_late_is_found_in_the_row_that_it_repeats() {
    assertThat(
            say(
                TumblingScenarios.LATE,
                """
                12:05 | 12:00 .. 12:05  /home | 2
                12:10 | 12:00 .. 12:05  /home | 3
                12:10 | 12:05 .. 12:10  /home | 1
                """))
        .contains(
            "e3 (12:04, /home) came after 12:00 .. 12:05 was complete, and is counted here all the"
                + " same.");
  }

  @Test
  void a_row_that_comes_twice_at_one_time_is_not_blamed_on_a_late_event() {
    assertThat(
            say(
                TumblingScenarios.LATE,
                """
                12:05 | 12:00 .. 12:05  /home | 2
                12:05 | 12:00 .. 12:05  /home | 2
                12:10 | 12:05 .. 12:10  /home | 1
                """))
        .isEmpty();
  }

  @Test
  void a_late_event_that_an_open_window_lacks_is_named() {
    assertThat(
            say(
                TumblingScenarios.LATE,
                """
                12:05 | 12:00 .. 12:05  /home | 1
                12:10 | 12:05 .. 12:10  /home | 1
                """))
        .contains(
            "12:00 .. 12:05 /home lacks e2 (12:02, /home) here: it came behind the watermark"
                + " 12:03, and still belongs there.");
  }

  @Test
  void a_row_that_only_came_at_another_time_is_named_with_both_times() {
    assertThat(
            say(
                TumblingScenarios.BOUNDARY,
                """
                12:10 | 12:00 .. 12:05  /home | 2
                end | 12:05 .. 12:10  /home | 1
                """))
        .contains("12:00 .. 12:05 /home came out at 12:10 here; it is due at 12:05.");
  }

  @Test
  void an_event_under_another_key_is_named() {
    assertThat(
            say(
                TumblingScenarios.MID_STREAM,
                """
                12:05 | 12:00 .. 12:05  /home | 3
                12:10 | 12:05 .. 12:10  /home | 2
                """))
        .contains("e2 (12:02, /cart) is counted for /home here.");
  }

  @Test
  void an_event_in_a_window_of_another_length_is_told_where_it_belongs() {
    assertThat(
            say(
                TumblingScenarios.BOUNDARY,
                Drawings.count(
                    TumblingScenarios.BOUNDARY, Drawings.wrongWays().get("double size"))))
        .contains("e3 (12:05, /home) is in 12:00 .. 12:10 here; it belongs to 12:05 .. 12:10.");
  }

  @Test
  void of_a_window_that_nobody_expects_no_late_event_is_said_to_be_counted_unless_it_was() {
    assertThat(say(TumblingScenarios.LATE, Drawings.count(TumblingScenarios.LATE, sliding())))
        .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("all the same"));
  }

  private static Way sliding() {
    return Drawings.wrongWays().get("sliding");
  }

  @Test
  void what_the_counts_do_not_prove_is_not_said() {
    assertThat(say(TumblingScenarios.BOUNDARY, "12:05 | 12:00 .. 12:05  /home | 5")).isEmpty();
    assertThat(say(TumblingScenarios.BOUNDARY, "12:05 | 12:00 .. 12:05  /home | many")).isEmpty();
    assertThat(say(TumblingScenarios.BOUNDARY, "12:05 | 12:00 .. 12:05  /cart | 3")).isEmpty();
  }
}
