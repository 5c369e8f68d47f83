package kata.lessons.late;

import static kata.datasets.scenarios.LateScenarios.BOUNDARY;
import static kata.datasets.scenarios.LateScenarios.CORRECTED;
import static kata.datasets.scenarios.LateScenarios.IN_TIME;
import static kata.datasets.scenarios.LateScenarios.LIMIT;
import static kata.datasets.scenarios.LateScenarios.NEWCOMER;
import static kata.datasets.scenarios.LateScenarios.NEXT_WINDOW;
import static kata.datasets.scenarios.LateScenarios.STILL_OPEN;
import static kata.datasets.scenarios.LateScenarios.TRAFFIC;
import static kata.datasets.scenarios.LateScenarios.TWO_SPEEDS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, and correct the counts for two minutes.
 *
 * <p>A window has a row when event time has reached its end, and one more for each view that comes
 * for it in the two minutes after that. Views that come later are left out. A window that is gone
 * leaves no state.
 */
@ExtendWith(LessonExtension.class)
public interface LateCorrectionsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void without_late_views_every_window_has_one_row(Lab lab) {
    lab.play(lesson(), IN_TIME)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /cart  | 1
            12:05  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 2
            """);
  }

  @Test
  default void a_late_view_for_an_open_window_corrects_nothing(Lab lab) {
    lab.play(lesson(), STILL_OPEN)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void every_late_view_gives_a_row_with_the_whole_count(Lab lab) {
    lab.play(lesson(), CORRECTED)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:06  | 12:00 .. 12:05  /home  | 2
            12:06  | 12:00 .. 12:05  /home  | 3
            """)
        .leavesNothing()
        .survivesFailure();
  }

  @Test
  default void the_first_view_of_a_page_may_be_late(Lab lab) {
    lab.play(lesson(), NEWCOMER)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:06  | 12:00 .. 12:05  /cart  | 1
            """)
        .leavesNothing();
  }

  @Test
  default void corrections_end_when_two_minutes_have_passed(Lab lab) {
    lab.play(lesson(), LIMIT)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /cart  | 1
            12:05  | 12:00 .. 12:05  /home  | 1
            12:07  | 12:00 .. 12:05  /home  | 2
            """)
        .leavesNothing();
  }

  @Test
  default void only_the_window_of_the_late_view_is_corrected(Lab lab) {
    lab.play(lesson(), BOUNDARY)
        .shows(
            """
            at     | window          page   | views
            12:06  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void windows_of_several_pages_are_corrected_apart(Lab lab) {
    lab.play(lesson(), TWO_SPEEDS)
        .shows(
            """
            at        | window          page    | views
            12:06:30  | 12:00 .. 12:05  /home   | 1
            12:06:30  | 12:00 .. 12:05  /legal  | 1
            12:10     | 12:00 .. 12:05  /legal  | 2
            12:10     | 12:05 .. 12:10  /home   | 1
            12:10     | 12:05 .. 12:10  /legal  | 1
            12:15     | 12:05 .. 12:10  /home   | 2
            12:15     | 12:10 .. 12:15  /home   | 1
            """);
  }

  @Test
  default void a_correction_leaves_the_next_window_alone(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at        | window          page   | views
            12:05     | 12:00 .. 12:05  /home  | 2
            12:06:30  | 12:00 .. 12:05  /home  | 3
            12:10     | 12:05 .. 12:10  /home  | 1
            12:12     | 12:05 .. 12:10  /home  | 2
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(LateOracle.lateCorrections(TRAFFIC)).survivesFailure();
  }
}
