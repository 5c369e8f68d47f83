package kata.lessons.late;

import static kata.datasets.scenarios.LateScenarios.CORRECTED;
import static kata.datasets.scenarios.LateScenarios.CROWD;
import static kata.datasets.scenarios.LateScenarios.IN_TIME;
import static kata.datasets.scenarios.LateScenarios.LIMIT;
import static kata.datasets.scenarios.LateScenarios.MANY_VISITORS;
import static kata.datasets.scenarios.LateScenarios.NEWCOMER;
import static kata.datasets.scenarios.LateScenarios.NEXT_WINDOW;
import static kata.datasets.scenarios.LateScenarios.SAME_VISITOR;
import static kata.datasets.scenarios.LateScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keep a table of the visitors of each window and page right while windows are corrected.
 *
 * <p>The windows are five minutes long, and are corrected for two minutes. The first result of a
 * window and page is inserted. A result that differs from the one before takes that one away and
 * puts itself in its place; a result that does not differ changes nothing.
 */
@ExtendWith(LessonExtension.class)
public interface ResultTableLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_window_that_is_not_corrected_is_inserted_once(Lab lab) {
    lab.play(lesson(), IN_TIME)
        .shows(
            """
            at     | window          page   | change  visitors
            12:05  | 12:00 .. 12:05  /cart  | INSERT  1
            12:05  | 12:00 .. 12:05  /home  | INSERT  1
            12:10  | 12:05 .. 12:10  /home  | INSERT  1
            """);
  }

  @Test
  default void a_correction_that_changes_nothing_is_no_change(Lab lab) {
    lab.play(lesson(), SAME_VISITOR)
        .shows(
            """
            at     | window          page   | change         visitors
            12:05  | 12:00 .. 12:05  /home  | INSERT         2
            12:07  | 12:00 .. 12:05  /home  | UPDATE_BEFORE  2
            12:07  | 12:00 .. 12:05  /home  | UPDATE_AFTER   3
            """)
        .survivesFailure();
  }

  @Test
  default void every_correction_takes_away_what_was_there(Lab lab) {
    lab.play(lesson(), MANY_VISITORS)
        .shows(
            """
            at     | window          page   | change         visitors
            12:05  | 12:00 .. 12:05  /cart  | INSERT         1
            12:05  | 12:00 .. 12:05  /home  | INSERT         1
            12:06  | 12:00 .. 12:05  /home  | UPDATE_BEFORE  1
            12:06  | 12:00 .. 12:05  /home  | UPDATE_AFTER   2
            12:06  | 12:00 .. 12:05  /cart  | UPDATE_BEFORE  1
            12:06  | 12:00 .. 12:05  /cart  | UPDATE_AFTER   2
            12:06  | 12:00 .. 12:05  /home  | UPDATE_BEFORE  2
            12:06  | 12:00 .. 12:05  /home  | UPDATE_AFTER   3
            12:10  | 12:05 .. 12:10  /home  | INSERT         1
            12:12  | 12:05 .. 12:10  /home  | UPDATE_BEFORE  1
            12:12  | 12:05 .. 12:10  /home  | UPDATE_AFTER   2
            """);
  }

  @Test
  default void a_large_number_that_stays_the_same_changes_nothing(Lab lab) {
    lab.play(lesson(), CROWD)
        .shows(
            """
            at        | window          page   | change         visitors
            12:05     | 12:00 .. 12:05  /home  | INSERT         202
            12:06     | 12:00 .. 12:05  /home  | UPDATE_BEFORE  202
            12:06     | 12:00 .. 12:05  /home  | UPDATE_AFTER   203
            """);
  }

  @Test
  default void the_first_result_of_a_page_may_be_late(Lab lab) {
    lab.play(lesson(), NEWCOMER)
        .shows(
            """
            at     | window          page   | change  visitors
            12:05  | 12:00 .. 12:05  /home  | INSERT  1
            12:06  | 12:00 .. 12:05  /cart  | INSERT  1
            """);
  }

  @Test
  default void a_visitor_who_comes_again_changes_nothing(Lab lab) {
    lab.play(lesson(), CORRECTED)
        .shows(
            """
            at     | window          page   | change  visitors
            12:05  | 12:00 .. 12:05  /home  | INSERT  1
            """);
  }

  @Test
  default void corrections_end_when_two_minutes_have_passed(Lab lab) {
    lab.play(lesson(), LIMIT)
        .shows(
            """
            at     | window          page   | change         visitors
            12:05  | 12:00 .. 12:05  /cart  | INSERT         1
            12:05  | 12:00 .. 12:05  /home  | INSERT         1
            12:07  | 12:00 .. 12:05  /home  | UPDATE_BEFORE  1
            12:07  | 12:00 .. 12:05  /home  | UPDATE_AFTER   2
            """);
  }

  @Test
  default void the_windows_of_a_page_are_rows_of_their_own(Lab lab) {
    lab.play(lesson(), NEXT_WINDOW)
        .shows(
            """
            at     | window          page   | change  visitors
            12:05  | 12:00 .. 12:05  /home  | INSERT  1
            12:10  | 12:05 .. 12:10  /home  | INSERT  1
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(LateOracle.resultTable(TRAFFIC));
  }
}
