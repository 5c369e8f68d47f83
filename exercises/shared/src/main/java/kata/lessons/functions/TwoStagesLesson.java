package kata.lessons.functions;

import static kata.datasets.scenarios.FunctionsScenarios.BUSY_HOUR;
import static kata.datasets.scenarios.FunctionsScenarios.EQUALS;
import static kata.datasets.scenarios.FunctionsScenarios.LAST_MINUTES;
import static kata.datasets.scenarios.FunctionsScenarios.LATE_ALONE;
import static kata.datasets.scenarios.FunctionsScenarios.LATE_VIEWS;
import static kata.datasets.scenarios.FunctionsScenarios.QUARTER;
import static kata.datasets.scenarios.FunctionsScenarios.STEP_BY_STEP;
import static kata.datasets.scenarios.FunctionsScenarios.TOGETHER;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Find the peak of each quarter of an hour: the page that had the most views in any five minutes of
 * it.
 *
 * <p>Views are counted by page in windows of five minutes; the greatest of these counts is the peak
 * of the quarter. Of equals, the earlier five minutes win, and then the page that sorts first. A
 * quarter has one row, when event time has reached its end.
 */
@ExtendWith(LessonExtension.class)
public interface TwoStagesLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_most_views_in_five_minutes_win_and_not_the_most_in_the_quarter(Lab lab) {
    lab.play(lesson(), QUARTER)
        .shows(
            """
            at     | window          | page   peak   views
            12:15  | 12:00 .. 12:15  | /sale  12:05  3
            """);
  }

  @Test
  default void the_last_five_minutes_belong_to_their_quarter(Lab lab) {
    lab.play(lesson(), LAST_MINUTES)
        .shows(
            """
            at     | window          | page   peak   views
            12:15  | 12:00 .. 12:15  | /home  12:10  2
            12:30  | 12:15 .. 12:30  | /home  12:15  1
            """);
  }

  @Test
  default void of_equals_the_earlier_wins_and_then_the_page_that_sorts_first(Lab lab) {
    lab.play(lesson(), EQUALS)
        .shows(
            """
            at     | window          | page       peak   views
            12:15  | 12:00 .. 12:15  | /checkout  12:00  2
            """);
  }

  @Test
  default void nothing_comes_out_before_the_end_of_the_quarter(Lab lab) {
    lab.play(lesson(), STEP_BY_STEP)
        .shows(
            """
            at     | window          | page   peak   views
            12:15  | 12:00 .. 12:15  | /cart  12:05  2
            12:45  | 12:15 .. 12:30  | /home  12:15  1
            12:45  | 12:30 .. 12:45  | /home  12:30  2
            """);
  }

  @Test
  default void counts_of_all_pages_are_compared(Lab lab) {
    lab.play(lesson(), TOGETHER)
        .shows(
            """
            at     | window          | page    peak   views
            12:15  | 12:00 .. 12:15  | /legal  12:00  2
            """);
  }

  @Test
  default void a_view_that_is_late_for_its_five_minutes_is_late_for_the_quarter(Lab lab) {
    lab.play(lesson(), LATE_VIEWS)
        .shows(
            """
            at     | window          | page   peak   views
            12:15  | 12:00 .. 12:15  | /home  12:00  2
            """);
  }

  @Test
  default void five_minutes_that_are_over_get_no_count_from_a_late_view(Lab lab) {
    lab.play(lesson(), LATE_ALONE)
        .shows(
            """
            at     | window          | page   peak   views
            12:15  | 12:00 .. 12:15  | /home  12:05  1
            """);
  }

  @Test
  default void an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), BUSY_HOUR).shows(WindowedViews.peaks(BUSY_HOUR));
  }
}
