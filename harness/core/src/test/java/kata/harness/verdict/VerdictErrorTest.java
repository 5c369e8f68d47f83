package kata.harness.verdict;

import static kata.harness.verdict.Stories.BOUNDARY;
import static kata.harness.verdict.Stories.EXPECTED;
import static kata.harness.verdict.Stories.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.Test;

class VerdictErrorTest {

  @Test
  void its_message_is_one_line_and_printed_it_is_the_whole_verdict() {
    Verdict verdict = Stories.verdict(EXPECTED, new Transcript(List.of()));

    VerdictError error = new VerdictError(verdict);

    assertThat(error).hasMessage("boundary: Nothing came out.").hasToString(verdict.text());
    assertThat(error.verdict()).isSameAs(verdict);
  }

  @Test
  void an_untouched_starter_is_told_which_file_to_open() {
    Verdict verdict = new Verdicts(LESSON, new Diagnoses(List.of())).notSolved(BOUNDARY);

    assertThat(new VerdictError(verdict))
        .hasMessage(
            "not solved yet: open"
                + " exercises/flink/src/main/java/kata/flink/tumbling/PageViewsPerWindow.java");
  }
}
