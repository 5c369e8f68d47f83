package kata.lessons.timers;

import static kata.datasets.scenarios.TimersScenarios.BEFORE_1970;
import static kata.datasets.scenarios.TimersScenarios.GOES_ON;
import static kata.datasets.scenarios.TimersScenarios.GOES_QUIET;
import static kata.datasets.scenarios.TimersScenarios.HOLE;
import static kata.datasets.scenarios.TimersScenarios.HOURS;
import static kata.datasets.scenarios.TimersScenarios.ONE_LEAP;
import static kata.datasets.scenarios.TimersScenarios.ON_THE_EDGE;
import static kata.datasets.scenarios.TimersScenarios.OWN_PACE;
import static kata.datasets.scenarios.TimersScenarios.TOO_LATE;
import static kata.datasets.scenarios.TimersScenarios.WAKES_UP;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, and say when a page goes quiet.
 *
 * <p>A row comes out when event time has reached the end of its window. A window without views that
 * follows one with views has a row as well, with zero views; after it the page is forgotten until
 * it is viewed again.
 */
@ExtendWith(LessonExtension.class)
public interface HandMadeWindowLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_page_that_goes_quiet_has_one_row_without_views(Lab lab) {
    lab.play(lesson(), GOES_QUIET)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 0
            """)
        .leavesNothing();
  }

  @Test
  default void a_window_with_views_needs_no_row_without(Lab lab) {
    lab.play(lesson(), GOES_ON)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:05 .. 12:10  /home  | 2
            12:15  | 12:10 .. 12:15  /home  | 1
            12:20  | 12:15 .. 12:20  /home  | 0
            """);
  }

  @Test
  default void a_page_that_comes_back_starts_from_nothing(Lab lab) {
    lab.play(lesson(), WAKES_UP)
        .shows(
            """
            at     | window          page   | views
            12:17  | 12:00 .. 12:05  /home  | 1
            12:17  | 12:05 .. 12:10  /home  | 0
            12:25  | 12:20 .. 12:25  /home  | 1
            12:30  | 12:25 .. 12:30  /home  | 0
            """);
  }

  @Test
  default void views_that_are_ahead_wait_for_their_own_window(Lab lab) {
    lab.play(lesson(), HOLE)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 0
            12:20  | 12:10 .. 12:15  /home  | 1
            12:20  | 12:15 .. 12:20  /home  | 0
            12:35  | 12:25 .. 12:30  /home  | 1
            12:35  | 12:30 .. 12:35  /home  | 0
            """);
  }

  @Test
  default void one_watermark_may_end_a_window_and_the_quiet_one_after_it(Lab lab) {
    lab.play(lesson(), ONE_LEAP)
        .shows(
            """
            at     | window          page   | views
            12:30  | 12:00 .. 12:05  /home  | 1
            12:30  | 12:05 .. 12:10  /home  | 0
            12:30  | 12:00 .. 12:05  /cart  | 1
            12:30  | 12:05 .. 12:10  /cart  | 1
            12:30  | 12:10 .. 12:15  /cart  | 0
            """);
  }

  @Test
  default void every_page_goes_quiet_by_itself(Lab lab) {
    lab.play(lesson(), OWN_PACE)
        .shows(
            """
            at     | window          page    | views
            12:05  | 12:00 .. 12:05  /home   | 1
            12:05  | 12:00 .. 12:05  /legal  | 1
            12:10  | 12:05 .. 12:10  /home   | 1
            12:10  | 12:05 .. 12:10  /legal  | 0
            12:15  | 12:10 .. 12:15  /home   | 1
            12:20  | 12:15 .. 12:20  /home   | 0
            """);
  }

  @Test
  default void a_window_ends_when_the_watermark_reaches_its_end_and_not_before(Lab lab) {
    lab.play(lesson(), ON_THE_EDGE)
        .shows(
            """
            at     | window          page   | views
            12:10  | 12:05 .. 12:10  /home  | 1
            12:15  | 12:10 .. 12:15  /home  | 0
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), TOO_LATE)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            12:16  | 12:05 .. 12:10  /home  | 1
            12:16  | 12:10 .. 12:15  /home  | 0
            12:30  | 12:15 .. 12:20  /cart  | 1
            12:30  | 12:20 .. 12:25  /cart  | 0
            """)
        .leavesNothing();
  }

  @Test
  default void windows_before_1970_start_at_multiples_of_five_minutes_too(Lab lab) {
    lab.play(lesson(), BEFORE_1970)
        .shows(
            """
            at                | window                                page   | views
            1969-12-31 23:55  | 1969-12-31 23:50 .. 1969-12-31 23:55  /home  | 1
            1970-01-01 00:00  | 1969-12-31 23:55 .. 1970-01-01 00:00  /home  | 1
            1970-01-01 00:05  | 1970-01-01 00:00 .. 1970-01-01 00:05  /home  | 1
            1970-01-01 00:10  | 1970-01-01 00:05 .. 1970-01-01 00:10  /home  | 0
            """);
  }

  @Test
  default void two_hours_of_traffic_add_up(Lab lab) {
    lab.play(lesson(), HOURS).shows(QuietWindows.expect(HOURS)).survivesFailure();
  }
}
