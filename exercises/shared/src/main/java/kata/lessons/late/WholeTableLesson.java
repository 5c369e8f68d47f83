package kata.lessons.late;

import static kata.datasets.scenarios.LateScenarios.BOUNDARY;
import static kata.datasets.scenarios.LateScenarios.CORRECTED;
import static kata.datasets.scenarios.LateScenarios.DAYS_LATER;
import static kata.datasets.scenarios.LateScenarios.LIMIT;
import static kata.datasets.scenarios.LateScenarios.NEWCOMER;
import static kata.datasets.scenarios.LateScenarios.NEXT_WINDOW;
import static kata.datasets.scenarios.LateScenarios.STILL_OPEN;
import static kata.datasets.scenarios.LateScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, and show the whole table each time.
 *
 * <p>After each micro-batch there is one row for every window and page that has ever been viewed,
 * with the count so far. No view is too late.
 */
@ExtendWith(LessonExtension.class)
public interface WholeTableLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_table_comes_out_after_every_batch(Lab lab) {
    lab.play(lesson(), STILL_OPEN)
        .shows(
            """
            at            | window          page   | views
            12:04:59.999  | 12:00 .. 12:05  /home  | 1
            12:05         | 12:00 .. 12:05  /home  | 2
            12:07         | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void a_view_counts_however_late_it_is(Lab lab) {
    lab.play(lesson(), CORRECTED)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:06  | 12:00 .. 12:05  /home  | 3
            12:07  | 12:00 .. 12:05  /home  | 3
            """);
  }

  @Test
  default void windows_of_long_ago_are_in_the_table_as_well(Lab lab) {
    lab.play(lesson(), DAYS_LATER)
        .shows(
            """
            at                | window                               page   | views
            12:05             | 12:00 .. 12:05                       /home  | 1
            2024-03-06 12:05  | 12:00 .. 12:05                       /home  | 1
            2024-03-06 12:05  | 2024-03-06 12:00 .. 2024-03-06 12:05  /cart  | 1
            2024-03-06 12:06  | 12:00 .. 12:05                       /home  | 2
            2024-03-06 12:06  | 2024-03-06 12:00 .. 2024-03-06 12:05  /cart  | 1
            """);
  }

  @Test
  default void a_late_view_may_be_the_first_of_its_page(Lab lab) {
    lab.play(lesson(), NEWCOMER)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:06  | 12:00 .. 12:05  /cart  | 1
            12:06  | 12:00 .. 12:05  /home  | 1
            12:07  | 12:00 .. 12:05  /cart  | 1
            12:07  | 12:00 .. 12:05  /home  | 1
            """);
  }

  @Test
  default void windows_that_are_over_are_shown_as_well(Lab lab) {
    lab.play(lesson(), LIMIT)
        .shows(
            """
            at            | window          page   | views
            12:05         | 12:00 .. 12:05  /cart  | 1
            12:05         | 12:00 .. 12:05  /home  | 1
            12:06:59.999  | 12:00 .. 12:05  /cart  | 1
            12:06:59.999  | 12:00 .. 12:05  /home  | 1
            12:07         | 12:00 .. 12:05  /cart  | 1
            12:07         | 12:00 .. 12:05  /home  | 2
            12:10         | 12:00 .. 12:05  /cart  | 2
            12:10         | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void late_views_count_where_they_happened(Lab lab) {
    lab.play(lesson(), BOUNDARY)
        .shows(
            """
            at     | window          page   | views
            12:06  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:00 .. 12:05  /home  | 2
            12:10  | 12:05 .. 12:10  /home  | 1
            12:12  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void every_window_has_a_count_of_its_own(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at        | window          page   | views
            12:05     | 12:00 .. 12:05  /home  | 2
            12:06:30  | 12:00 .. 12:05  /home  | 3
            12:06:30  | 12:05 .. 12:10  /home  | 1
            12:10     | 12:00 .. 12:05  /home  | 3
            12:10     | 12:05 .. 12:10  /home  | 1
            12:12     | 12:00 .. 12:05  /home  | 3
            12:12     | 12:05 .. 12:10  /home  | 2
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(LateOracle.wholeTable(TRAFFIC));
  }
}
