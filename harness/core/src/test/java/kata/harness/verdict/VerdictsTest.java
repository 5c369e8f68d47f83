package kata.harness.verdict;

import static kata.harness.verdict.Stories.BOUNDARY;
import static kata.harness.verdict.Stories.EXPECTED;
import static kata.harness.verdict.Stories.LESSON;
import static kata.harness.verdict.Stories.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.diagnosis.Diagnosis;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private static final Transcript INCLUSIVE_END =
      transcript(
          """
          at     | window          page   | views
          12:05  | 12:00 .. 12:05  /home  | 3
          """);

  private static Verdicts knowing(String when) {
    Diagnosis diagnosis =
        new Diagnosis(
            "InclusiveEnd",
            "An event exactly on the boundary was counted in the window that it ends.",
            when,
            "A window is [start, end): an event at 12:05:00 opens the next one.",
            2,
            Map.of("boundary", INCLUSIVE_END.fingerprint()));
    return new Verdicts(LESSON, new Diagnoses(List.of(diagnosis)));
  }

  private static Optional<Verdict> judge(Verdicts verdicts, Transcript transcript) {
    return verdicts.judge(BOUNDARY, Emission.MAIN, EXPECTED, transcript, other -> "");
  }

  private static Optional<Verdict> judge(Verdicts verdicts, Table table, Transcript transcript) {
    return verdicts.judge(BOUNDARY, Emission.MAIN, table, transcript, other -> "");
  }

  @Test
  void a_known_mistake_is_named() {
    Verdict verdict =
        judge(knowing("the end of a window is taken as inclusive."), INCLUSIVE_END).orElseThrow();

    assertThat(verdict.text())
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              An event exactly on the boundary was counted in the window that it ends.

              window          page   expected  got
              12:00 .. 12:05  /home         2    3   <-
              12:05 .. 12:10  /home         1    -   <-

              Your result is what comes out when the end of a window is taken as inclusive.
              A window is [start, end): an event at 12:05:00 opens the next one.

              12:00      12:05      12:10
              |--o-----o-wo---------w   o event   w watermark
              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 2\
            """);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.RED);
    assertThat(verdict.scenario()).isEqualTo("boundary");
    assertThat(verdict.size()).isEqualTo(3);
    assertThat(verdict.misconception()).contains("InclusiveEnd");
    assertThat(verdict.fingerprint()).isEqualTo(INCLUSIVE_END.fingerprint());
  }

  @Test
  void a_long_explanation_is_broken_between_words_and_takes_its_line_from_the_rows() {
    Table three =
        Table.parse(
            """
            at     | window          page    | views
            12:05  | 12:00 .. 12:05  /cart   | 1
            12:05  | 12:00 .. 12:05  /legal  | 1
            12:10  | 12:05 .. 12:10  /home   | 1
            """);

    Verdict verdict =
        knowing("watermarks are assigned anew, by a strategy that emits them every 200 ms.")
            .judge(BOUNDARY, Emission.MAIN, three, INCLUSIVE_END, other -> "")
            .orElseThrow();

    assertThat(verdict.text())
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              An event exactly on the boundary was counted in the window that it ends.

              window          page   expected  got
              12:00 .. 12:05  /cart         1    -   <-
              ... and 3 more rows differ

              Your result is what comes out when watermarks are assigned anew, by a strategy that emits them
              every 200 ms.
              A window is [start, end): an event at 12:05:00 opens the next one.

              12:00      12:05      12:10
              |--o-----o-wo---------w   o event   w watermark
              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 2\
            """);
    assertThat(verdict.text().lines()).hasSize(Verdict.MAX_LINES);
  }

  @Test
  void where_rows_are_left_out_one_of_the_learner_is_shown() {
    Table minutes =
        Table.parse(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /cart  | 1
            12:05  | 12:00 .. 12:05  /deals | 1
            12:05  | 12:00 .. 12:05  /help  | 1
            12:05  | 12:00 .. 12:05  /jobs  | 1
            """);

    String text = judge(knowing(""), minutes, INCLUSIVE_END).map(Verdict::text).orElseThrow();

    assertThat(text)
        .contains(
            """
              window          page   expected  got
              12:00 .. 12:05  /cart         1    -   <-
              12:00 .. 12:05  /home         -    3   <-
              ... and 3 more rows differ
            """);
  }

  @Test
  void an_answer_that_comes_twice_is_shown_with_its_moments() {
    Transcript twice =
        transcript(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 1
            """);

    assertThat(judge(knowing(""), twice).orElseThrow().text())
        .contains("  12:00 .. 12:05  /home  2 at 12:05  2 at 12:05, 2 at 12:10   <-\n");
  }

  @Test
  void the_right_rows_in_any_order_within_a_watermark_have_no_verdict() {
    Table both =
        Table.parse(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:05  | 12:00 .. 12:05  /cart  | 1
            """);
    Transcript other =
        transcript(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /cart  | 1
            12:05  | 12:00 .. 12:05  /home  | 2
            """);

    assertThat(knowing("").judge(BOUNDARY, Emission.MAIN, both, other, name -> "")).isEmpty();
  }

  @Test
  void the_right_rows_in_a_wrong_order_are_no_other_answers_result() {
    String twice = "at | page | views\n12:05 | /home | %d\n12:05 | /home | %d";
    Transcript right = transcript(twice.formatted(1, 2));
    Verdict verdict =
        Stories.verdict(Table.parse(twice.formatted(1, 2)), transcript(twice.formatted(2, 1)));

    assertThat(verdict.fingerprint()).isNotEqualTo(right.fingerprint());
  }

  @Test
  void an_untouched_starter_is_told_where_to_begin() {
    Verdict verdict = knowing("").notSolved(BOUNDARY);

    assertThat(verdict.text())
        .isEqualTo(
            """
            TODO  flink/tumbling  PageViewsPerWindow            not solved yet

              Count the views of each page in windows of five minutes.

              Open  exercises/flink/src/main/java/kata/flink/tumbling/PageViewsPerWindow.java
              Read  docs/lessons/tumbling.md, and docs/quick-reference.md for the calls
              Run   mvn -q test -Dflink=tumbling/PageViewsPerWindow\
            """);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_SOLVED);
    assertThat(verdict.fingerprint()).isEmpty();
  }

  @Test
  void a_solved_lesson_leads_to_the_worked_answer_the_discussion_and_the_next_lesson() {
    Lesson next = new Lesson("flink", "tumbling", "BusiestPage", "Find it.", 25);

    assertThat(Verdicts.green(LESSON, 9, Optional.of(next)))
        .isEqualTo(
            """
            GREEN flink/tumbling  PageViewsPerWindow            9 scenarios

              Compare  solutions/flink/src/main/java/kata/flink/tumbling/PageViewsPerWindow.java
              Read     docs/lessons/tumbling.md, Discussion
              Next     mvn -q test -Dflink=tumbling/BusiestPage\
            """);
    assertThat(Verdicts.green(LESSON, 1, Optional.empty()))
        .startsWith("GREEN flink/tumbling  PageViewsPerWindow            1 scenario\n")
        .endsWith(", Discussion");
  }

  @Test
  void a_test_without_a_verdict_says_why() {
    assertThat(Verdicts.noVerdict(LESSON, "Flink could not start.\nIt needs a port."))
        .isEqualTo(
            """
            ERROR flink/tumbling  PageViewsPerWindow            no verdict

              Flink could not start.
              It needs a port.\
            """);
    assertThat(Verdicts.noVerdict(LESSON, "again\n".repeat(40)).lines()).hasSize(Verdict.MAX_LINES);
  }
}
