package kata.harness.verdict;

import static kata.harness.verdict.Stories.BOUNDARY;
import static kata.harness.verdict.Stories.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;

/** The whole text that a learner reads when an answer gave no rows to compare. */
class MishapVerdictTest {

  private static final Diagnoses NONE = new Diagnoses(List.of());

  private static Verdict verdict(Diagnoses diagnoses, Mishap mishap) {
    return new Verdicts(LESSON, diagnoses).mishap(BOUNDARY, mishap, other -> "");
  }

  @Test
  void with_a_place_and_advice() {
    Mishap mishap =
        new Mishap(
            "endless",
            "Your code did not end within 30 seconds and was stopped.",
            "PageViewsPerWindow.java:31",
            List.of("Look for a loop that cannot end."));

    assertThat(verdict(NONE, mishap).text())
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              Your code did not end within 30 seconds and was stopped.

              at PageViewsPerWindow.java:31

              Look for a loop that cannot end.

              Next: exercises/flink/src/main/java/kata/flink/tumbling/PageViewsPerWindow.java\
            """);
  }

  @Test
  void with_neither_place_nor_advice() {
    Mishap mishap = new Mishap("x", "Your code threw IllegalStateException: no.", "", List.of());

    assertThat(verdict(NONE, mishap).text())
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              Your code threw IllegalStateException: no.

              Next: exercises/flink/src/main/java/kata/flink/tumbling/PageViewsPerWindow.java\
            """);
  }

  @Test
  void a_known_one_is_explained_instead_of_advised() {
    Mishap mishap = new Mishap("x", "Your code threw up.", "", List.of("Advice."));
    Diagnosis known =
        new Diagnosis(
            "NoKey",
            "unused",
            "the stream has no key.",
            "State belongs to a key.",
            3,
            Map.of("boundary", mishap.fingerprint()));

    Verdict verdict = verdict(new Diagnoses(List.of(known)), mishap);

    assertThat(verdict.text())
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              Your code threw up.

              Your result is what comes out when the stream has no key.
              State belongs to a key.

              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 3\
            """);
    assertThat(verdict.misconception()).contains("NoKey");
  }

  @Test
  void however_long_it_is_no_line_is_wider_than_a_terminal_and_the_last_says_what_to_do_next() {
    Mishap mishap =
        new Mishap("x", "Your code threw ".repeat(40), "A.java:1", List.of("long ".repeat(300)));

    String text = verdict(NONE, mishap).text();

    assertThat(text.lines()).hasSizeLessThanOrEqualTo(Verdict.MAX_LINES);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(text).contains("\n  at A.java:1\n").endsWith("PageViewsPerWindow.java");
  }
}
