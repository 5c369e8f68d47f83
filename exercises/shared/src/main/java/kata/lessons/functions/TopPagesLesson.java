package kata.lessons.functions;

import static kata.datasets.scenarios.FunctionsScenarios.BOUNDS;
import static kata.datasets.scenarios.FunctionsScenarios.BUSY_HOUR;
import static kata.datasets.scenarios.FunctionsScenarios.FOUR_PAGES;
import static kata.datasets.scenarios.FunctionsScenarios.LATE_VIEWS;
import static kata.datasets.scenarios.FunctionsScenarios.ONE_VIEW_EACH;
import static kata.datasets.scenarios.FunctionsScenarios.TOGETHER;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rank the three most viewed pages of each window of five minutes.
 *
 * <p>Of pages with equally many views the one that sorts first comes first: no rank is shared. A
 * window in which fewer pages were viewed has fewer rows.
 */
@ExtendWith(LessonExtension.class)
public interface TopPagesLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_three_most_viewed_pages_are_ranked(Lab lab) {
    lab.play(lesson(), FOUR_PAGES)
        .shows(
            """
            at     | window          rank  | page    views
            12:05  | 12:00 .. 12:05  1     | /home   3
            12:05  | 12:00 .. 12:05  2     | /cart   2
            12:05  | 12:00 .. 12:05  3     | /about  1
            """);
  }

  @Test
  default void of_equals_the_page_that_sorts_first_comes_first(Lab lab) {
    lab.play(lesson(), ONE_VIEW_EACH)
        .shows(
            """
            at     | window          rank  | page    views
            12:05  | 12:00 .. 12:05  1     | /about  1
            12:05  | 12:00 .. 12:05  2     | /cart   1
            12:05  | 12:00 .. 12:05  3     | /home   1
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), BOUNDS)
        .shows(
            """
            at     | window          rank  | page   views
            12:05  | 12:00 .. 12:05  1     | /home  2
            12:10  | 12:05 .. 12:10  1     | /home  1
            """);
  }

  @Test
  default void each_window_has_a_ranking_of_its_own(Lab lab) {
    lab.play(lesson(), TOGETHER)
        .shows(
            """
            at     | window          rank  | page    views
            12:05  | 12:00 .. 12:05  1     | /legal  2
            12:05  | 12:00 .. 12:05  2     | /home   1
            12:15  | 12:05 .. 12:10  1     | /home   2
            12:15  | 12:05 .. 12:10  2     | /legal  1
            12:15  | 12:10 .. 12:15  1     | /home   1
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), LATE_VIEWS)
        .shows(
            """
            at     | window          rank  | page   views
            12:05  | 12:00 .. 12:05  1     | /home  2
            12:10  | 12:05 .. 12:10  1     | /home  1
            """);
  }

  @Test
  default void an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), BUSY_HOUR).shows(RankedPages.expect(BUSY_HOUR));
  }
}
