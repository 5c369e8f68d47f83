package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

  private static final String TODO = "TODO  flink/late  A  not solved yet\n\n  Open  A.java";
  private static final String ALSO_TODO = "TODO  flink/late  B  not solved yet\n\n  Open  B.java";
  private static final String RED = "RED   flink/late  C  scenario: limit\n\n  A row is missing.";
  private static final String ERROR = "ERROR flink/late  D  no verdict\n\n  No room.";
  private static final String GREEN = "GREEN flink/late  E  2 scenarios\n\n  Next  F";

  @Test
  void one_lesson_is_told_in_full() {
    assertThat(RunSummary.of(List.of(GREEN))).isEqualTo(GREEN);
    assertThat(RunSummary.of(List.of())).isEmpty();
  }

  @Test
  void of_several_lessons_there_is_a_line_each_and_every_mistake_in_full() {
    assertThat(RunSummary.of(List.of(TODO, RED, ERROR, GREEN)))
        .isEqualTo(
            """
            TODO  flink/late  A  not solved yet
            RED   flink/late  C  scenario: limit
            ERROR flink/late  D  no verdict
            GREEN flink/late  E  2 scenarios

            RED   flink/late  C  scenario: limit

              A row is missing.

            ERROR flink/late  D  no verdict

              No room.\
            """);
  }

  @Test
  void without_a_mistake_the_first_lesson_that_is_not_begun_comes_next() {
    assertThat(RunSummary.of(List.of(GREEN, TODO, ALSO_TODO)))
        .isEqualTo(
            """
            GREEN flink/late  E  2 scenarios
            TODO  flink/late  A  not solved yet
            TODO  flink/late  B  not solved yet

            TODO  flink/late  A  not solved yet

              Open  A.java\
            """);
  }
}
