package kata.lessons.triggers;

import static kata.datasets.scenarios.TriggersScenarios.AHEAD;
import static kata.datasets.scenarios.TriggersScenarios.EDGE;
import static kata.datasets.scenarios.TriggersScenarios.JUMP;
import static kata.datasets.scenarios.TriggersScenarios.LATE;
import static kata.datasets.scenarios.TriggersScenarios.MINUTES;
import static kata.datasets.scenarios.TriggersScenarios.MORNING;
import static kata.datasets.scenarios.TriggersScenarios.NEXT_WINDOW;
import static kata.datasets.scenarios.TriggersScenarios.QUIET;
import static kata.datasets.scenarios.TriggersScenarios.QUIET_CROWD;
import static kata.datasets.scenarios.TriggersScenarios.SHORT_OF_A_MINUTE;
import static kata.datasets.scenarios.TriggersScenarios.TWO_PAGES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, with previews while a window fills.
 *
 * <p>When event time passes a full minute inside the window, and views have come since its last
 * row, a preview comes out; it counts all views of the window that have arrived. When event time
 * reaches the end, the final row comes out, always and only once. A window gives at most one row at
 * one watermark. A window that is over leaves no state.
 */
@ExtendWith(LessonExtension.class)
public interface EarlyPreviewsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void every_minute_gives_a_preview_and_the_end_the_final_row(Lab lab) {
    lab.play(lesson(), MINUTES)
        .shows(
            """
            at     | window          page   | views  status
            12:01  | 12:00 .. 12:05  /home  | 1      preview
            12:02  | 12:00 .. 12:05  /home  | 3      preview
            12:03  | 12:00 .. 12:05  /home  | 4      preview
            12:04  | 12:00 .. 12:05  /home  | 5      preview
            12:05  | 12:00 .. 12:05  /home  | 6      final
            """)
        .leavesNothing();
  }

  @Test
  default void several_minutes_at_once_give_one_preview_and_the_end_gives_none(Lab lab) {
    lab.play(lesson(), JUMP)
        .shows(
            """
            at        | window          page   | views  status
            12:03:10  | 12:00 .. 12:05  /home  | 2      preview
            12:05     | 12:00 .. 12:05  /home  | 3      final
            """);
  }

  @Test
  default void a_preview_that_would_say_nothing_new_is_left_out(Lab lab) {
    lab.play(lesson(), QUIET)
        .shows(
            """
            at     | window          page   | views  status
            12:01  | 12:00 .. 12:05  /home  | 1      preview
            12:05  | 12:00 .. 12:05  /home  | 1      final
            """)
        .leavesNothing();
  }

  @Test
  default void nothing_new_is_left_out_however_many_views_there_are(Lab lab) {
    lab.play(lesson(), QUIET_CROWD)
        .shows(
            """
            at     | window          page   | views  status
            12:01  | 12:00 .. 12:05  /home  | 130    preview
            12:05  | 12:00 .. 12:05  /home  | 130    final
            """);
  }

  @Test
  default void a_minute_has_passed_when_the_watermark_reaches_it(Lab lab) {
    lab.play(lesson(), SHORT_OF_A_MINUTE)
        .shows(
            """
            at            | window          page   | views  status
            12:01         | 12:00 .. 12:05  /home  | 1      preview
            12:02:00.001  | 12:00 .. 12:05  /home  | 2      preview
            12:06         | 12:00 .. 12:05  /home  | 2      final
            """);
  }

  @Test
  default void a_preview_counts_all_that_has_arrived(Lab lab) {
    lab.play(lesson(), AHEAD)
        .shows(
            """
            at     | window          page   | views  status
            12:01  | 12:00 .. 12:05  /home  | 2      preview
            12:02  | 12:00 .. 12:05  /home  | 3      preview
            12:10  | 12:00 .. 12:05  /home  | 3      final
            12:10  | 12:05 .. 12:10  /home  | 1      final
            """);
  }

  @Test
  default void every_page_has_previews_of_its_own(Lab lab) {
    lab.play(lesson(), TWO_PAGES)
        .shows(
            """
            at     | window          page   | views  status
            12:03  | 12:00 .. 12:05  /home  | 2      preview
            12:03  | 12:00 .. 12:05  /cart  | 2      preview
            12:04  | 12:00 .. 12:05  /cart  | 3      preview
            12:05  | 12:00 .. 12:05  /home  | 2      final
            12:05  | 12:00 .. 12:05  /cart  | 3      final
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), EDGE)
        .shows(
            """
            at     | window          page   | views  status
            12:05  | 12:00 .. 12:05  /home  | 2      final
            12:10  | 12:05 .. 12:10  /home  | 1      final
            """);
  }

  @Test
  default void the_next_window_counts_from_nothing(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at     | window          page   | views  status
            12:05  | 12:00 .. 12:05  /home  | 2      final
            12:07  | 12:05 .. 12:10  /home  | 1      preview
            12:10  | 12:05 .. 12:10  /home  | 2      final
            """);
  }

  @Test
  default void a_late_view_waits_for_the_next_minute_or_comes_too_late(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at            | window          page   | views  status
            12:03         | 12:00 .. 12:05  /home  | 2      preview
            12:05         | 12:00 .. 12:05  /home  | 3      final
            12:07:00.001  | 12:05 .. 12:10  /home  | 1      preview
            12:10         | 12:05 .. 12:10  /home  | 1      final
            """);
  }

  @Test
  default void a_morning_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), MORNING).shows(TumblingFirings.earlyPreviews(MORNING)).survivesFailure();
  }
}
