package kata.lessons.sql;

import static kata.datasets.scenarios.SqlScenarios.HALF_HOUR;
import static kata.datasets.scenarios.SqlScenarios.SAME_MOMENT;
import static kata.datasets.scenarios.TumblingScenarios.BOUNDARY;
import static kata.datasets.scenarios.TumblingScenarios.LATE;
import static kata.datasets.scenarios.TumblingScenarios.LOSER_FIRST;
import static kata.datasets.scenarios.TumblingScenarios.MID_STREAM;
import static kata.datasets.scenarios.TumblingScenarios.TIE;
import static kata.datasets.scenarios.TumblingScenarios.TWO_SPEEDS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rank the two most viewed pages of each window of five minutes.
 *
 * <p>The page with the most views has place 1. Of pages with equally many views, the one that sorts
 * first comes first. A row comes out once, when event time has reached the end of its window.
 */
@ExtendWith(LessonExtension.class)
public interface TopPagesLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_winner_need_not_come_first(Lab lab) {
    lab.play(lesson(), LOSER_FIRST)
        .shows(
            """
            at     | window          place  | page     views
            12:05  | 12:00 .. 12:05  1      | /home    3
            12:05  | 12:00 .. 12:05  2      | /cart    2
            12:10  | 12:05 .. 12:10  1      | /search  2
            12:10  | 12:05 .. 12:10  2      | /home    1
            """);
  }

  @Test
  default void of_equals_the_page_that_sorts_first_comes_first(Lab lab) {
    lab.play(lesson(), TIE)
        .shows(
            """
            at     | window          place  | page     views
            12:05  | 12:00 .. 12:05  1      | /cart    2
            12:05  | 12:00 .. 12:05  2      | /search  2
            12:10  | 12:05 .. 12:10  1      | /about   1
            12:10  | 12:05 .. 12:10  2      | /cart    1
            """);
  }

  @Test
  default void neither_users_nor_moments_are_counted_or_break_a_tie(Lab lab) {
    lab.play(lesson(), SAME_MOMENT)
        .shows(
            """
            at     | window          place  | page       views
            12:05  | 12:00 .. 12:05  1      | /cart      2
            12:05  | 12:00 .. 12:05  2      | /checkout  2
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), BOUNDARY)
        .shows(
            """
            at     | window          place  | page   views
            12:05  | 12:00 .. 12:05  1      | /home  2
            12:10  | 12:05 .. 12:10  1      | /home  1
            """);
  }

  @Test
  default void every_window_has_its_own_ranking(Lab lab) {
    lab.play(lesson(), TWO_SPEEDS)
        .shows(
            """
            at     | window          place  | page    views
            12:05  | 12:00 .. 12:05  1      | /legal  2
            12:05  | 12:00 .. 12:05  2      | /home   1
            12:15  | 12:05 .. 12:10  1      | /home   2
            12:15  | 12:05 .. 12:10  2      | /legal  1
            12:15  | 12:10 .. 12:15  1      | /home   2
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_the_end(Lab lab) {
    lab.play(lesson(), MID_STREAM)
        .shows(
            """
            at     | window          place  | page   views
            12:05  | 12:00 .. 12:05  1      | /home  2
            12:05  | 12:00 .. 12:05  2      | /cart  1
            12:10  | 12:05 .. 12:10  1      | /home  2
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at     | window          place  | page   views
            12:05  | 12:00 .. 12:05  1      | /home  2
            12:10  | 12:05 .. 12:10  1      | /home  1
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), HALF_HOUR).shows(SqlOracle.topPages(HALF_HOUR));
  }
}
