package kata.lessons.late;

import static kata.datasets.scenarios.LateScenarios.BOUNDARY;
import static kata.datasets.scenarios.LateScenarios.CORRECTED;
import static kata.datasets.scenarios.LateScenarios.IN_TIME;
import static kata.datasets.scenarios.LateScenarios.NEXT_WINDOW;
import static kata.datasets.scenarios.LateScenarios.STILL_OPEN;
import static kata.datasets.scenarios.LateScenarios.TRAFFIC;
import static kata.datasets.scenarios.LateScenarios.TWO_SPEEDS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, and show each count when it changes.
 *
 * <p>After each micro-batch there is one row for each window and page that the batch has changed,
 * with the count so far. A view whose window is over changes nothing.
 */
@ExtendWith(LessonExtension.class)
public interface ChangedRowsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_count_comes_out_when_it_changes_and_not_again_at_the_end(Lab lab) {
    lab.play(lesson(), IN_TIME)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /cart  | 1
            12:05  | 12:00 .. 12:05  /home  | 2
            12:05  | 12:05 .. 12:10  /home  | 1
            12:10  | 12:05 .. 12:10  /home  | 2
            """);
  }

  @Test
  default void a_late_view_changes_a_window_that_is_open(Lab lab) {
    lab.play(lesson(), STILL_OPEN)
        .shows(
            """
            at            | window          page   | views
            12:04:59.999  | 12:00 .. 12:05  /home  | 1
            12:05         | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void late_views_for_a_window_that_is_over_change_nothing(Lab lab) {
    lab.play(lesson(), CORRECTED)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            """);
  }

  @Test
  default void of_two_late_views_only_the_one_of_the_open_window_counts(Lab lab) {
    lab.play(lesson(), BOUNDARY)
        .shows(
            """
            at     | window          page   | views
            12:06  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void what_a_batch_has_not_changed_is_not_repeated(Lab lab) {
    lab.play(lesson(), TWO_SPEEDS)
        .shows(
            """
            at        | window          page    | views
            12:06:30  | 12:00 .. 12:05  /home   | 1
            12:06:30  | 12:00 .. 12:05  /legal  | 1
            12:06:30  | 12:05 .. 12:10  /home   | 1
            12:10     | 12:05 .. 12:10  /legal  | 1
            12:15     | 12:10 .. 12:15  /home   | 1
            """);
  }

  @Test
  default void every_window_has_a_count_of_its_own(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at        | window          page   | views
            12:05     | 12:00 .. 12:05  /home  | 2
            12:06:30  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(LateOracle.changedCounts(TRAFFIC));
  }
}
