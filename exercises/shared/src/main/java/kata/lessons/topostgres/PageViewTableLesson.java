package kata.lessons.topostgres;

import static kata.datasets.scenarios.ToPostgresScenarios.CORRECTED;
import static kata.datasets.scenarios.ToPostgresScenarios.CORRECTED_AND_CRASH;
import static kata.datasets.scenarios.ToPostgresScenarios.CRASH;
import static kata.datasets.scenarios.ToPostgresScenarios.CRASH_AGAIN;
import static kata.datasets.scenarios.ToPostgresScenarios.CRASH_IN_CHECKPOINT;
import static kata.datasets.scenarios.ToPostgresScenarios.DATABASE_CUT;
import static kata.datasets.scenarios.ToPostgresScenarios.EARLIER;
import static kata.datasets.scenarios.ToPostgresScenarios.REFUSED;
import static kata.datasets.scenarios.ToPostgresScenarios.TOO_LATE;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keep a table of page views in windows of five minutes right, from Kafka to PostgreSQL.
 *
 * <p>The watermark is a minute behind the latest view. A window counts late views for ten minutes
 * more. Whatever is corrected and whatever fails, the table has one row for each window and page.
 */
@ExtendWith(LessonExtension.class)
public interface PageViewTableLesson {

  /** The output that is looked at. */
  String TABLE = "table page_views";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void views_from_before_the_start_are_counted_too(Lab lab) {
    lab.play(lesson(), EARLIER)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:07  | 12:00 .. 12:05  /cart  | 1
            12:07  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:00 .. 12:05  /cart  | 1
            12:12  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:05 .. 12:10  /cart  | 1
            12:12  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void a_row_that_is_written_again_after_a_failure_is_there_once(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:12  | 12:00 .. 12:05  /cart  | 1
            12:12  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:05 .. 12:10  /cart  | 1
            12:12  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void a_late_view_replaces_the_row_of_its_window(Lab lab) {
    lab.play(lesson(), CORRECTED)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:07  | 12:00 .. 12:05  /home  | 2
            12:08  | 12:00 .. 12:05  /home  | 3
            12:09  | 12:00 .. 12:05  /cart  | 1
            12:09  | 12:00 .. 12:05  /home  | 4
            """);
  }

  @Test
  default void a_correction_survives_a_failure(Lab lab) {
    lab.play(lesson(), CORRECTED_AND_CRASH)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:08  | 12:00 .. 12:05  /home  | 3
            12:09  | 12:00 .. 12:05  /home  | 4
            """);
  }

  @Test
  default void a_window_is_corrected_for_ten_minutes_and_no_longer(Lab lab) {
    lab.play(lesson(), TOO_LATE)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:14  | 12:00 .. 12:05  /home  | 1
            12:16  | 12:00 .. 12:05  /home  | 3
            12:16  | 12:10 .. 12:15  /cart  | 1
            """);
  }

  @Test
  default void failures_before_the_first_checkpoint_and_right_after_one_change_nothing(Lab lab) {
    lab.play(lesson(), CRASH_AGAIN)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:10  | 12:00 .. 12:05  /home  | 1
            12:12  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:05 .. 12:10  /cart  | 1
            12:12  | 12:05 .. 12:10  /home  | 1
            12:14  | 12:00 .. 12:05  /home  | 3
            12:14  | 12:05 .. 12:10  /cart  | 1
            12:14  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void a_checkpoint_that_never_completes_does_not_count(Lab lab) {
    lab.play(lesson(), CRASH_IN_CHECKPOINT)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:12  | 12:00 .. 12:05  /cart  | 1
            12:12  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void a_row_that_the_database_refuses_once_is_there_in_the_end(Lab lab) {
    lab.play(lesson(), REFUSED)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:07  | 12:00 .. 12:05  /cart  | 1
            12:07  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:00 .. 12:05  /cart  | 1
            12:12  | 12:00 .. 12:05  /home  | 2
            12:12  | 12:05 .. 12:10  /home  | 1
            """);
  }

  @Test
  default void a_database_that_hangs_up_loses_no_row(Lab lab) {
    lab.play(lesson(), DATABASE_CUT)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:07  | 12:00 .. 12:05  /cart  | 1
            12:07  | 12:00 .. 12:05  /home  | 2
            12:08  | 12:00 .. 12:05  /cart  | 1
            12:08  | 12:00 .. 12:05  /home  | 3
            """);
  }
}
