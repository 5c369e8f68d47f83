package kata.harness.lab;

import static kata.datasets.scenarios.TumblingScenarios.BOUNDARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import kata.datasets.Scenario;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Table;
import kata.harness.verdict.VerdictError;
import org.junit.jupiter.api.Test;

class PlayTest {

  private static final String VIEWS = "at | page | views\n12:05 | /home | 2";
  private static final String LATE = "at | page | views\n12:05 | /cart | 1";

  private static final class Token {}

  static final class Answer implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      Emission view = Table.parse(VIEWS).emissions().get(0);
      Emission late = Table.parse(LATE).emissions().get(0);
      return new Transcript(List.of(view, new Emission(late.at(), "late", late.row())));
    }

    @Override
    public Transcript runWithFailure(Scenario<?> scenario) {
      return new Transcript(run(scenario).on("late").emissions());
    }

    @Override
    public StateUse stateUse() {
      return new StateUse(12_000, 40, "byte");
    }
  }

  private final Play play =
      new Lab(
              new FakeEngine(),
              new Catalogue(List.of(new Lesson("harness", "lab", "PlayTest$Token", "Task.", 1))),
              token -> Answer.class,
              Duration.ofMinutes(5))
          .play(Token.class, BOUNDARY);

  private static String text(Runnable judgement) {
    return assertThrows(VerdictError.class, judgement::run).verdict().text();
  }

  @Test
  void each_output_is_held_against_its_own_table() {
    play.shows(VIEWS);
    play.showsOn("late", LATE);
  }

  @Test
  void rows_on_another_output_do_not_count() {
    assertThat(text(() -> play.shows(LATE))).contains("/cart         1    -   <-");
    assertThat(text(() -> play.showsOn("other", LATE)))
        .contains("  scenario: boundary, output other\n", "  Nothing came out.\n");
  }

  @Test
  void columns_that_are_missing_are_named() {
    assertThat(text(() -> play.shows("at | window  page | count\n12:05 | 12:00 .. 12:05  / | 1")))
        .isEqualTo(
            """
            RED   harness/lab  PlayTest$Token                scenario: boundary

              Your rows have no column window_start and no column window_end and no column count.

              They have: page, views. The task asks for: window_start, window_end, page, count.
              Rename or add the columns in the last step of your code.

              Next: exercises/harness/src/main/java/kata/harness/lab/PlayTest$Token.java\
            """);
  }

  @Test
  void state_may_be_as_large_as_it_is_and_no_larger() {
    play.holdsAtMost(12_000);

    assertThat(text(() -> play.holdsAtMost(11_999)))
        .isEqualTo(
            """
            RED   harness/lab  PlayTest$Token                scenario: boundary

              The rows are right, but your job held 12,000 bytes of state at once.

              This story needs less than that: keep the answer so far, not the events.

              Next: exercises/harness/src/main/java/kata/harness/lab/PlayTest$Token.java\
            """);
  }

  @Test
  void state_that_is_left_is_red() {
    assertThat(text(play::leavesNothing))
        .contains(
            "\n  The rows are right, but your job still held 40 bytes of state when its story was"
                + " over.\n");
  }

  @Test
  void other_rows_after_a_failure_are_red() {
    assertThat(text(play::survivesFailure))
        .isEqualTo(
            """
            RED   harness/lab  PlayTest$Token                scenario: boundary

              The rows are right, but not when the job has failed and gone back to its checkpoint.

              Then did not come: /home, 2 at 12:05.
              A checkpoint holds what is in the job's state. Fields, also static ones, are not in it.

              Next: exercises/harness/src/main/java/kata/harness/lab/PlayTest$Token.java\
            """);
  }
}
