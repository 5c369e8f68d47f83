package kata.lessons.tumbling;

import static kata.datasets.scenarios.TumblingScenarios.BOUNDARY;
import static kata.datasets.scenarios.TumblingScenarios.GAP;
import static kata.datasets.scenarios.TumblingScenarios.LATE;
import static kata.datasets.scenarios.TumblingScenarios.LOSER_FIRST;
import static kata.datasets.scenarios.TumblingScenarios.MID_STREAM;
import static kata.datasets.scenarios.TumblingScenarios.OUT_OF_ORDER;
import static kata.datasets.scenarios.TumblingScenarios.TIE;
import static kata.datasets.scenarios.TumblingScenarios.TRAFFIC;
import static kata.datasets.scenarios.TumblingScenarios.TWO_SPEEDS;
import static kata.datasets.scenarios.TumblingScenarios.UNALIGNED;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Find the most viewed page of each window of five minutes.
 *
 * <p>Of pages with equally many views, the one that sorts first wins. A window has one row, when
 * event time has reached its end; a window without views has none.
 */
@ExtendWith(LessonExtension.class)
public interface BusiestPageLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_winner_need_not_come_first(Lab lab) {
    lab.play(lesson(), LOSER_FIRST)
        .shows(
            """
            at     | window          | page     views
            12:05  | 12:00 .. 12:05  | /home    3
            12:10  | 12:05 .. 12:10  | /search  2
            """);
  }

  @Test
  default void of_equals_the_page_that_sorts_first_wins(Lab lab) {
    lab.play(lesson(), TIE)
        .shows(
            """
            at     | window          | page    views
            12:05  | 12:00 .. 12:05  | /cart   2
            12:10  | 12:05 .. 12:10  | /about  1
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), BOUNDARY)
        .shows(
            """
            at     | window          | page   views
            12:05  | 12:00 .. 12:05  | /home  2
            12:10  | 12:05 .. 12:10  | /home  1
            """);
  }

  @Test
  default void views_out_of_order_are_counted_where_they_happened(Lab lab) {
    lab.play(lesson(), OUT_OF_ORDER)
        .shows(
            """
            at     | window          | page   views
            12:05  | 12:00 .. 12:05  | /home  2
            12:10  | 12:05 .. 12:10  | /cart  2
            """);
  }

  @Test
  default void every_window_has_its_own_winner(Lab lab) {
    lab.play(lesson(), TWO_SPEEDS)
        .shows(
            """
            at     | window          | page    views
            12:05  | 12:00 .. 12:05  | /legal  2
            12:15  | 12:05 .. 12:10  | /home   2
            12:15  | 12:10 .. 12:15  | /home   2
            """);
  }

  @Test
  default void a_window_without_views_has_no_row(Lab lab) {
    lab.play(lesson(), GAP)
        .shows(
            """
            at                | window                                | page   views
            2024-03-05 00:00  | 23:55 .. 2024-03-05 00:00             | /home  2
            2024-03-05 00:15  | 2024-03-05 00:10 .. 2024-03-05 00:15  | /home  1
            """);
  }

  @Test
  default void windows_start_at_full_five_minutes_and_not_at_the_first_view(Lab lab) {
    lab.play(lesson(), UNALIGNED)
        .shows(
            """
            at     | window          | page   views
            12:10  | 12:00 .. 12:05  | /home  2
            12:10  | 12:05 .. 12:10  | /home  2
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_the_end(Lab lab) {
    lab.play(lesson(), MID_STREAM)
        .shows(
            """
            at     | window          | page   views
            12:05  | 12:00 .. 12:05  | /home  2
            12:10  | 12:05 .. 12:10  | /home  2
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at     | window          | page   views
            12:05  | 12:00 .. 12:05  | /home  2
            12:10  | 12:05 .. 12:10  | /home  1
            """);
  }

  @Test
  default void a_morning_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(TumblingOracle.busiestPage(TRAFFIC));
  }
}
