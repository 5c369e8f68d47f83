package kata.lessons.triggers;

import static kata.datasets.scenarios.TriggersScenarios.EDGE;
import static kata.datasets.scenarios.TriggersScenarios.EXACTLY_THREE;
import static kata.datasets.scenarios.TriggersScenarios.LATE;
import static kata.datasets.scenarios.TriggersScenarios.MIXED;
import static kata.datasets.scenarios.TriggersScenarios.MORNING;
import static kata.datasets.scenarios.TriggersScenarios.NEXT_WINDOW;
import static kata.datasets.scenarios.TriggersScenarios.ONLY_TWO;
import static kata.datasets.scenarios.TriggersScenarios.RUSH;
import static kata.datasets.scenarios.TriggersScenarios.SHORT_OF_THE_END;
import static kata.datasets.scenarios.TriggersScenarios.THIRD_VIEW;
import static kata.datasets.scenarios.TriggersScenarios.TWO_PAGES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, and do not wait for the end of a busy
 * one.
 *
 * <p>A row comes out as soon as three views have come that no row of the window has counted, and
 * when event time has reached the end of the window, if there are such views then. Each row counts
 * all views of the window so far. A window that is over leaves no state.
 */
@ExtendWith(LessonExtension.class)
public interface CountOrTimeLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_third_view_does_not_wait_for_the_end(Lab lab) {
    lab.play(lesson(), THIRD_VIEW)
        .shows(
            """
            at     | window          page   | views
            12:02  | 12:00 .. 12:05  /home  | 3
            12:05  | 12:00 .. 12:05  /home  | 4
            """)
        .leavesNothing();
  }

  @Test
  default void fewer_than_three_wait_for_the_end(Lab lab) {
    lab.play(lesson(), ONLY_TWO)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void the_end_does_not_repeat_what_a_row_has_shown(Lab lab) {
    lab.play(lesson(), EXACTLY_THREE)
        .shows(
            """
            at     | window          page   | views
            12:03  | 12:00 .. 12:05  /home  | 3
            """)
        .leavesNothing()
        .survivesFailure();
  }

  @Test
  default void counting_begins_anew_after_each_row_and_the_sum_does_not(Lab lab) {
    lab.play(lesson(), RUSH)
        .shows(
            """
            at     | window          page   | views
            12:01  | 12:00 .. 12:05  /home  | 3
            12:01  | 12:00 .. 12:05  /home  | 6
            12:05  | 12:00 .. 12:05  /home  | 7
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), EDGE)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void every_page_counts_to_three_on_its_own(Lab lab) {
    lab.play(lesson(), TWO_PAGES)
        .shows(
            """
            at     | window          page   | views
            12:04  | 12:00 .. 12:05  /cart  | 3
            12:05  | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void the_next_window_counts_from_nothing(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 2
            """);
  }

  @Test
  default void two_windows_of_a_page_do_not_share_a_count(Lab lab) {
    lab.play(lesson(), MIXED)
        .shows(
            """
            at     | window          page    | views
            12:10  | 12:00 .. 12:05  /home   | 2
            12:10  | 12:00 .. 12:05  /legal  | 1
            12:10  | 12:05 .. 12:10  /home   | 2
            """);
  }

  @Test
  default void one_millisecond_before_the_end_is_not_the_end(Lab lab) {
    lab.play(lesson(), SHORT_OF_THE_END)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at        | window          page   | views
            12:03:30  | 12:00 .. 12:05  /home  | 3
            12:10     | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void a_morning_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), MORNING).shows(TumblingFirings.countOrTime(MORNING)).survivesFailure();
  }
}
