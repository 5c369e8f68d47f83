package kata.lessons.sliding;

import static kata.datasets.scenarios.SlidingScenarios.BOUNDARY;
import static kata.datasets.scenarios.SlidingScenarios.FADING;
import static kata.datasets.scenarios.SlidingScenarios.LATE;
import static kata.datasets.scenarios.SlidingScenarios.LOSER_FIRST;
import static kata.datasets.scenarios.SlidingScenarios.MIDNIGHT;
import static kata.datasets.scenarios.SlidingScenarios.MID_STREAM;
import static kata.datasets.scenarios.SlidingScenarios.ONE_VIEW;
import static kata.datasets.scenarios.SlidingScenarios.OUT_OF_ORDER;
import static kata.datasets.scenarios.SlidingScenarios.TIE;
import static kata.datasets.scenarios.SlidingScenarios.TOO_LATE;
import static kata.datasets.scenarios.SlidingScenarios.TRAFFIC;
import static kata.datasets.scenarios.SlidingScenarios.TWO_SPEEDS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every two minutes, find the most viewed page of the last ten.
 *
 * <p>Of pages with equally many views, the one that sorts first wins. A window has one row, when
 * event time has reached its end; a window without views has none.
 */
@ExtendWith(LessonExtension.class)
public interface TrendingPagesLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_view_lies_in_five_windows(Lab lab) {
    lab.play(lesson(), ONE_VIEW)
        .shows(
            """
            at     | window          | page   views
            12:02  | 11:52 .. 12:02  | /home  1
            12:12  | 11:54 .. 12:04  | /home  1
            12:12  | 11:56 .. 12:06  | /home  1
            12:12  | 11:58 .. 12:08  | /home  1
            12:12  | 12:00 .. 12:10  | /home  1
            """);
  }

  @Test
  default void a_view_on_the_end_of_a_window_is_outside(Lab lab) {
    lab.play(lesson(), BOUNDARY)
        .shows(
            """
            at     | window          | page   views
            12:10  | 11:52 .. 12:02  | /home  1
            12:10  | 11:54 .. 12:04  | /home  1
            12:10  | 11:56 .. 12:06  | /home  1
            12:10  | 11:58 .. 12:08  | /home  1
            12:10  | 12:00 .. 12:10  | /home  2
            12:20  | 12:02 .. 12:12  | /home  2
            12:20  | 12:04 .. 12:14  | /home  2
            12:20  | 12:06 .. 12:16  | /home  2
            12:20  | 12:08 .. 12:18  | /home  2
            12:20  | 12:10 .. 12:20  | /home  1
            """);
  }

  @Test
  default void the_winner_need_not_come_first(Lab lab) {
    lab.play(lesson(), LOSER_FIRST)
        .shows(
            """
            at     | window          | page   views
            12:20  | 11:56 .. 12:06  | /home  2
            12:20  | 11:58 .. 12:08  | /home  2
            12:20  | 12:00 .. 12:10  | /home  2
            12:20  | 12:02 .. 12:12  | /home  2
            12:20  | 12:04 .. 12:14  | /home  2
            """);
  }

  @Test
  default void views_older_than_ten_minutes_count_no_more(Lab lab) {
    lab.play(lesson(), FADING)
        .shows(
            """
            at     | window          | page    views
            12:10  | 11:52 .. 12:02  | /deals  3
            12:10  | 11:54 .. 12:04  | /deals  3
            12:10  | 11:56 .. 12:06  | /deals  3
            12:10  | 11:58 .. 12:08  | /deals  3
            12:10  | 12:00 .. 12:10  | /deals  3
            12:20  | 12:02 .. 12:12  | /home   2
            12:20  | 12:04 .. 12:14  | /home   2
            12:20  | 12:06 .. 12:16  | /home   2
            12:20  | 12:08 .. 12:18  | /home   1
            """);
  }

  @Test
  default void of_equals_the_page_that_sorts_first_wins(Lab lab) {
    lab.play(lesson(), TIE)
        .shows(
            """
            at     | window          | page       views
            12:06  | 11:52 .. 12:02  | /home      2
            12:06  | 11:54 .. 12:04  | /home      2
            12:06  | 11:56 .. 12:06  | /checkout  2
            12:20  | 11:58 .. 12:08  | /home      4
            12:20  | 12:00 .. 12:10  | /home      4
            12:20  | 12:02 .. 12:12  | /checkout  2
            12:20  | 12:04 .. 12:14  | /home      2
            12:20  | 12:06 .. 12:16  | /home      2
            """);
  }

  @Test
  default void views_out_of_order_are_counted_where_they_happened(Lab lab) {
    lab.play(lesson(), OUT_OF_ORDER)
        .shows(
            """
            at     | window          | page   views
            12:04  | 11:52 .. 12:02  | /cart  1
            12:04  | 11:54 .. 12:04  | /cart  1
            12:10  | 11:56 .. 12:06  | /cart  2
            12:10  | 11:58 .. 12:08  | /cart  3
            12:10  | 12:00 .. 12:10  | /cart  3
            12:20  | 12:02 .. 12:12  | /cart  2
            12:20  | 12:04 .. 12:14  | /cart  2
            12:20  | 12:06 .. 12:16  | /cart  1
            """);
  }

  @Test
  default void one_watermark_closes_many_windows_and_each_has_its_own_winner(Lab lab) {
    lab.play(lesson(), TWO_SPEEDS)
        .shows(
            """
            at     | window          | page    views
            12:04  | 11:52 .. 12:02  | /home   1
            12:04  | 11:54 .. 12:04  | /legal  2
            12:30  | 11:56 .. 12:06  | /legal  2
            12:30  | 11:58 .. 12:08  | /legal  2
            12:30  | 12:00 .. 12:10  | /legal  2
            12:30  | 12:02 .. 12:12  | /legal  2
            12:30  | 12:12 .. 12:22  | /home   1
            12:30  | 12:14 .. 12:24  | /home   1
            12:30  | 12:16 .. 12:26  | /home   1
            12:30  | 12:18 .. 12:28  | /home   1
            12:30  | 12:20 .. 12:30  | /home   1
            """);
  }

  @Test
  default void windows_reach_over_midnight(Lab lab) {
    lab.play(lesson(), MIDNIGHT)
        .shows(
            """
            at                | window                                | page   views
            2024-03-05 00:10  | 23:48 .. 23:58                        | /home  1
            2024-03-05 00:10  | 23:50 .. 2024-03-05 00:00             | /home  1
            2024-03-05 00:10  | 23:52 .. 2024-03-05 00:02             | /cart  2
            2024-03-05 00:10  | 23:54 .. 2024-03-05 00:04             | /cart  2
            2024-03-05 00:10  | 23:56 .. 2024-03-05 00:06             | /cart  2
            2024-03-05 00:10  | 23:58 .. 2024-03-05 00:08             | /cart  2
            2024-03-05 00:10  | 2024-03-05 00:00 .. 2024-03-05 00:10  | /cart  2
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_an_end(Lab lab) {
    lab.play(lesson(), MID_STREAM)
        .shows(
            """
            at     | window          | page   views
            12:02  | 11:52 .. 12:02  | /home  1
            12:04  | 11:54 .. 12:04  | /home  2
            12:14  | 11:56 .. 12:06  | /home  2
            12:14  | 11:58 .. 12:08  | /home  2
            12:14  | 12:00 .. 12:10  | /home  2
            12:14  | 12:02 .. 12:12  | /home  1
            """);
  }

  @Test
  default void a_late_view_counts_in_those_of_its_windows_that_are_open(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at     | window          | page   views
            12:06  | 11:52 .. 12:02  | /home  1
            12:06  | 11:54 .. 12:04  | /home  1
            12:06  | 11:56 .. 12:06  | /home  1
            12:14  | 11:58 .. 12:08  | /home  2
            12:14  | 12:00 .. 12:10  | /home  2
            12:14  | 12:02 .. 12:12  | /home  1
            """);
  }

  @Test
  default void a_view_is_lost_when_its_last_window_is_closed(Lab lab) {
    lab.play(lesson(), TOO_LATE)
        .shows(
            """
            at     | window          | page   views
            12:10  | 11:56 .. 12:06  | /home  1
            12:10  | 11:58 .. 12:08  | /home  1
            12:10  | 12:00 .. 12:10  | /home  1
            12:20  | 12:02 .. 12:12  | /home  2
            12:20  | 12:04 .. 12:14  | /home  1
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(SlidingOracle.trendingPages(TRAFFIC));
  }
}
