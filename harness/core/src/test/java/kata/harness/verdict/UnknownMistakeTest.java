package kata.harness.verdict;

import static kata.harness.verdict.Stories.transcript;
import static kata.harness.verdict.Stories.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.Test;

/** The whole text that a learner reads when no known mistake explains the result. */
class UnknownMistakeTest {

  @Test
  void nothing_came_out() {
    assertThat(unknown(new Transcript(List.of())))
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              Nothing came out.

              window          page   expected  got
              12:00 .. 12:05  /home         2    -   <-
              12:05 .. 12:10  /home         1    -   <-

              A result needs a window that ends, and a watermark that reaches its end.

              12:00      12:05      12:10
              |--o-----o-wo---------w   o event   w watermark
              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 1\
            """);
  }

  @Test
  void the_rows_came_at_another_watermark() {
    String verdict =
        unknown(
            transcript(
                """
                at     | window          page   | views
                12:10  | 12:00 .. 12:05  /home  | 2
                end    | 12:05 .. 12:10  /home  | 1
                """));

    assertThat(verdict)
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              The rows are right, but they came out at another time.

              window          page     expected         got
              12:00 .. 12:05  /home  2 at 12:05  2 at 12:10   <-
              12:05 .. 12:10  /home  1 at 12:10    1 at end   <-

              Compare the watermark at which each row came with the end of its window.

              12:00      12:05      12:10
              |--o-----o-wo---------w   o event   w watermark
              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 1\
            """);
  }

  @Test
  void a_window_came_out_again_and_again() {
    String verdict =
        unknown(
            transcript(
                """
                at     | window          page   | views
                12:05  | 12:00 .. 12:05  /home  | 1
                12:05  | 12:00 .. 12:05  /home  | 2
                12:05  | 12:00 .. 12:05  /home  | 3
                12:05  | 12:00 .. 12:05  /home  | 4
                12:05  | 12:00 .. 12:05  /home  | 5
                12:10  | 12:05 .. 12:10  /home  | 1
                """));

    assertThat(verdict)
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              12:00 .. 12:05 /home came out 5 times instead of once.

              window          page   expected              got
              12:00 .. 12:05  /home         2  1, 2, 3, 4, ...   <-

              A window gives one row when it is complete, not one for each event.

              12:00      12:05      12:10
              |--o-----o-wo---------w   o event   w watermark
              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 1\
            """);
  }

  @Test
  void more_rows_differ_than_a_verdict_has_room_for() {
    String verdict =
        unknown(
            transcript(
                """
                at     | window          page     | views
                12:05  | 12:00 .. 12:05  /home    | 7
                12:05  | 12:00 .. 12:05  /cart    | 1
                12:10  | 12:05 .. 12:10  /home    | 7
                12:10  | 12:05 .. 12:10  /search  | 1
                """));

    assertThat(verdict)
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              4 rows are different from what the task asks for.

              window          page   expected  got
              12:00 .. 12:05  /home         2    7   <-
              12:05 .. 12:10  /home         1    7   <-
              ... and 2 more rows differ

              Follow the events of the first row above through your code.

              12:00      12:05      12:10
              |--o-----o-wo---------w   o event   w watermark
              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 1\
            """);
  }

  @Test
  void what_the_lab_noticed_comes_before_the_general_advice() {
    String noticed =
        "Your code makes a stream (Timestamps/Watermarks) and drops it: keep that one.";

    assertThat(unknown(new Transcript(List.of(), List.of(noticed, "And another."))))
        .contains(
            "  "
                + noticed
                + "\n"
                + "  A result needs a window that ends, and a watermark that reaches its"
                + " end.\n\n");
  }

  @Test
  void where_much_is_to_be_said_the_picture_is_left_out() {
    String page = "/" + "x".repeat(95);
    Transcript twice =
        transcript(
            """
            at     | window          page  | views
            12:05  | 12:00 .. 12:05  %s    | 1
            12:05  | 12:00 .. 12:05  %s    | 2
            """
                .formatted(page, page));
    Transcript noticed = new Transcript(twice.emissions(), List.of("And then again. ".repeat(8)));

    assertThat(unknown(noticed))
        .isEqualTo(
            """
            RED   flink/tumbling  PageViewsPerWindow            scenario: boundary

              12:00 .. 12:05
              %s
              came out 2 times, and should not come out.

              window          page   expected  got
              12:00 .. 12:05  /home         2    -   <-
              ... and 2 more rows differ

              And then again. And then again. And then again. And then again. And then again. And then again.
              And then again. And then again.
              A window gives one row when it is complete, not one for each event.

              Next: docs/lessons/tumbling.md, Hints: PageViewsPerWindow, hint 1\
            """
                .formatted(page));
  }
}
