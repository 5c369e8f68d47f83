package kata.lessons.sql;

import static kata.datasets.scenarios.SqlScenarios.HALF_HOUR;
import static kata.datasets.scenarios.SqlScenarios.QUARTER;
import static kata.datasets.scenarios.SqlScenarios.QUARTER_EDGES;
import static kata.datasets.scenarios.SqlScenarios.QUARTER_LATE;
import static kata.datasets.scenarios.SqlScenarios.QUARTER_SPEEDS;
import static kata.datasets.scenarios.SqlScenarios.QUARTER_STEPS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every five minutes, say how often each page was viewed in this quarter of an hour so far.
 *
 * <p>The totals begin anew at every full quarter. A page has a row at each step after its first
 * view of the quarter, whether or not it was viewed again.
 */
@ExtendWith(LessonExtension.class)
public interface RunningTotalsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void totals_grow_until_the_quarter_is_over(Lab lab) {
    lab.play(lesson(), QUARTER)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:00 .. 12:10  /home  | 2
            12:10  | 12:00 .. 12:10  /cart  | 1
            12:15  | 12:00 .. 12:15  /home  | 2
            12:15  | 12:00 .. 12:15  /cart  | 1
            12:20  | 12:15 .. 12:20  /home  | 1
            12:30  | 12:15 .. 12:25  /home  | 1
            12:30  | 12:15 .. 12:30  /home  | 1
            """);
  }

  @Test
  default void a_view_on_an_end_belongs_to_what_comes_next(Lab lab) {
    lab.play(lesson(), QUARTER_EDGES)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:00 .. 12:10  /home  | 2
            12:15  | 12:00 .. 12:15  /home  | 3
            12:30  | 12:15 .. 12:20  /home  | 1
            12:30  | 12:15 .. 12:25  /home  | 1
            12:30  | 12:15 .. 12:30  /home  | 1
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_an_end(Lab lab) {
    lab.play(lesson(), QUARTER_STEPS)
        .shows(
            """
            at     | window          page   | views
            12:10  | 12:00 .. 12:10  /home  | 1
            12:15  | 12:00 .. 12:15  /home  | 1
            """);
  }

  @Test
  default void every_page_has_totals_of_its_own(Lab lab) {
    lab.play(lesson(), QUARTER_SPEEDS)
        .shows(
            """
            at     | window          page    | views
            12:05  | 12:00 .. 12:05  /home   | 1
            12:05  | 12:00 .. 12:05  /legal  | 2
            12:30  | 12:00 .. 12:10  /home   | 1
            12:30  | 12:00 .. 12:10  /legal  | 2
            12:30  | 12:00 .. 12:15  /home   | 1
            12:30  | 12:00 .. 12:15  /legal  | 3
            12:30  | 12:15 .. 12:20  /home   | 1
            12:30  | 12:15 .. 12:25  /home   | 1
            12:30  | 12:15 .. 12:30  /home   | 1
            """);
  }

  @Test
  default void a_late_view_counts_in_the_totals_that_are_still_to_come(Lab lab) {
    lab.play(lesson(), QUARTER_LATE)
        .shows(
            """
            at     | window          page   | views
            12:05  | 12:00 .. 12:05  /home  | 1
            12:10  | 12:00 .. 12:10  /home  | 2
            12:15  | 12:00 .. 12:15  /home  | 2
            12:30  | 12:15 .. 12:20  /home  | 1
            12:30  | 12:15 .. 12:25  /home  | 1
            12:30  | 12:15 .. 12:30  /home  | 1
            """);
  }

  @Test
  default void half_an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), HALF_HOUR).shows(SqlOracle.runningTotals(HALF_HOUR));
  }
}
