package kata.lessons.triggers;

import static kata.datasets.scenarios.TriggersScenarios.CORRECTIONS;
import static kata.datasets.scenarios.TriggersScenarios.EDGE;
import static kata.datasets.scenarios.TriggersScenarios.EXACTLY_THREE;
import static kata.datasets.scenarios.TriggersScenarios.LATE;
import static kata.datasets.scenarios.TriggersScenarios.LATE_ONLY;
import static kata.datasets.scenarios.TriggersScenarios.LIMIT;
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
 * Report the views of each page in windows of five minutes as increments that a ledger can add up.
 *
 * <p>A row comes out as soon as two views have come that no row of the window has counted, and when
 * event time has reached the end of the window, for one that is left. For one more minute each view
 * that comes late gives a row at once. A row says how many views are new, and how many the window
 * has had so far. A window that is gone leaves no state.
 */
@ExtendWith(LessonExtension.class)
public interface FireAndPurgeLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_pair_makes_a_row_and_the_next_row_counts_only_the_next_pair(Lab lab) {
    lab.play(lesson(), THIRD_VIEW)
        .shows(
            """
            at     | window          page   | new views  total views
            12:02  | 12:00 .. 12:05  /home  | 2          2
            12:04  | 12:00 .. 12:05  /home  | 2          4
            """);
  }

  @Test
  default void nothing_new_at_the_end_makes_no_row(Lab lab) {
    lab.play(lesson(), ONLY_TWO)
        .shows(
            """
            at     | window          page   | new views  total views
            12:04  | 12:00 .. 12:05  /home  | 2          2
            """);
  }

  @Test
  default void the_end_counts_the_one_that_is_left(Lab lab) {
    lab.play(lesson(), EXACTLY_THREE)
        .shows(
            """
            at     | window          page   | new views  total views
            12:03  | 12:00 .. 12:05  /home  | 2          2
            12:05  | 12:00 .. 12:05  /home  | 1          3
            """)
        .leavesNothing();
  }

  @Test
  default void increments_add_up_to_the_total(Lab lab) {
    lab.play(lesson(), RUSH)
        .shows(
            """
            at     | window          page   | new views  total views
            12:01  | 12:00 .. 12:05  /home  | 2          2
            12:01  | 12:00 .. 12:05  /home  | 2          4
            12:01  | 12:00 .. 12:05  /home  | 2          6
            12:05  | 12:00 .. 12:05  /home  | 1          7
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), EDGE)
        .shows(
            """
            at     | window          page   | new views  total views
            12:05  | 12:00 .. 12:05  /home  | 2          2
            12:10  | 12:05 .. 12:10  /home  | 1          1
            """);
  }

  @Test
  default void every_page_has_a_total_of_its_own(Lab lab) {
    lab.play(lesson(), TWO_PAGES)
        .shows(
            """
            at     | window          page   | new views  total views
            12:03  | 12:00 .. 12:05  /home  | 2          2
            12:03  | 12:00 .. 12:05  /cart  | 2          2
            12:05  | 12:00 .. 12:05  /cart  | 1          3
            """);
  }

  @Test
  default void the_next_window_has_a_total_of_its_own(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at     | window          page   | new views  total views
            12:05  | 12:00 .. 12:05  /home  | 2          2
            12:10  | 12:05 .. 12:10  /home  | 2          2
            """);
  }

  @Test
  default void two_windows_of_a_page_do_not_share_a_total(Lab lab) {
    lab.play(lesson(), MIXED)
        .shows(
            """
            at     | window          page    | new views  total views
            12:10  | 12:05 .. 12:10  /home   | 2          2
            12:10  | 12:00 .. 12:05  /home   | 2          2
            12:10  | 12:00 .. 12:05  /legal  | 1          1
            """);
  }

  @Test
  default void one_millisecond_before_the_end_is_not_the_end(Lab lab) {
    lab.play(lesson(), SHORT_OF_THE_END)
        .shows(
            """
            at     | window          page   | new views  total views
            12:05  | 12:00 .. 12:05  /home  | 1          1
            """);
  }

  @Test
  default void a_late_view_is_an_increment_of_one(Lab lab) {
    lab.play(lesson(), CORRECTIONS)
        .shows(
            """
            at        | window          page   | new views  total views
            12:05     | 12:00 .. 12:05  /home  | 2          2
            12:05     | 12:00 .. 12:05  /cart  | 2          2
            12:05     | 12:00 .. 12:05  /home  | 1          3
            12:05:30  | 12:00 .. 12:05  /home  | 1          4
            12:05:30  | 12:00 .. 12:05  /home  | 1          5
            12:05:30  | 12:00 .. 12:05  /cart  | 1          3
            12:05:30  | 12:00 .. 12:05  /cart  | 1          4
            12:07     | 12:00 .. 12:05  /home  | 1          6
            """);
  }

  @Test
  default void after_a_minute_it_is_too_late(Lab lab) {
    lab.play(lesson(), LIMIT)
        .shows(
            """
            at            | window          page   | new views  total views
            12:05:59.999  | 12:00 .. 12:05  /home  | 1          1
            12:06         | 12:00 .. 12:05  /home  | 1          2
            """);
  }

  @Test
  default void late_views_do_not_wait_for_a_pair(Lab lab) {
    lab.play(lesson(), LATE_ONLY)
        .shows(
            """
            at        | window          page   | new views  total views
            12:05:10  | 12:00 .. 12:05  /home  | 2          2
            12:05:40  | 12:00 .. 12:05  /cart  | 1          1
            12:05:40  | 12:00 .. 12:05  /cart  | 1          2
            """)
        .leavesNothing();
  }

  @Test
  default void a_view_behind_the_watermark_waits_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at            | window          page   | new views  total views
            12:03         | 12:00 .. 12:05  /home  | 2          2
            12:05         | 12:00 .. 12:05  /home  | 1          3
            12:07:00.001  | 12:00 .. 12:05  /home  | 1          4
            12:10         | 12:05 .. 12:10  /home  | 1          1
            """);
  }

  @Test
  default void a_morning_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), MORNING).shows(TumblingFirings.fireAndPurge(MORNING)).survivesFailure();
  }
}
