package kata.lessons.foreachbatch;

import static kata.datasets.scenarios.CountsByBatchScenarios.EXPIRED;
import static kata.datasets.scenarios.CountsByBatchScenarios.GROWING;
import static kata.datasets.scenarios.CountsByBatchScenarios.LOST_MACHINE;
import static kata.datasets.scenarios.CountsByBatchScenarios.REFUSED_BATCH;
import static kata.datasets.scenarios.CountsByBatchScenarios.REFUSED_ROW;
import static kata.datasets.scenarios.CountsByBatchScenarios.TROUBLED;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count page views in windows of five minutes, and keep the counts in PostgreSQL right with each
 * micro-batch.
 *
 * <p>A view counts however late it comes. A batch that fails comes again, whole, and leaves the
 * table as one that did not fail would have.
 */
@ExtendWith(LessonExtension.class)
public interface CountsByBatchLesson {

  /** The output that is looked at. */
  String TABLE = "table page_views";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void each_batch_adds_its_views_to_those_of_its_window(Lab lab) {
    lab.play(lesson(), GROWING)
        .showsOn(
            TABLE,
            """
            at                | window                                page   | views
            12:05             | 12:00 .. 12:05                        /cart  | 1
            12:05             | 12:00 .. 12:05                        /home  | 2
            12:06             | 12:00 .. 12:05                        /cart  | 2
            12:06             | 12:00 .. 12:05                        /home  | 2
            12:06             | 12:05 .. 12:10                        /home  | 1
            2025-03-05 12:12  | 12:00 .. 12:05                        /cart  | 3
            2025-03-05 12:12  | 12:00 .. 12:05                        /home  | 2
            2025-03-05 12:12  | 12:05 .. 12:10                        /home  | 1
            2025-03-05 12:12  | 2025-03-05 12:10 .. 2025-03-05 12:15  /home  | 1
            2025-03-05 12:13  | 12:00 .. 12:05                        /cart  | 4
            2025-03-05 12:13  | 12:00 .. 12:05                        /home  | 2
            2025-03-05 12:13  | 12:05 .. 12:10                        /home  | 1
            2025-03-05 12:13  | 2025-03-05 12:10 .. 2025-03-05 12:15  /home  | 1
            """);
  }

  @Test
  default void a_batch_that_was_written_and_not_committed_counts_once(Lab lab) {
    lab.play(lesson(), LOST_MACHINE)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:03  | 12:00 .. 12:05  /cart  | 1
            12:03  | 12:00 .. 12:05  /home  | 1
            12:08  | 12:00 .. 12:05  /cart  | 1
            12:08  | 12:00 .. 12:05  /home  | 2
            12:08  | 12:05 .. 12:10  /home  | 1
            12:09  | 12:00 .. 12:05  /cart  | 1
            12:09  | 12:00 .. 12:05  /home  | 2
            12:09  | 12:05 .. 12:10  /home  | 2
            """);
  }

  @Test
  default void what_the_topic_has_forgotten_still_counts_on_another_machine(Lab lab) {
    lab.play(lesson(), EXPIRED)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:04  | 12:00 .. 12:05  /cart  | 1
            12:04  | 12:00 .. 12:05  /home  | 2
            12:07  | 12:00 .. 12:05  /cart  | 1
            12:07  | 12:00 .. 12:05  /home  | 3
            """);
  }

  @Test
  default void a_batch_of_which_a_row_was_refused_counts_once(Lab lab) {
    lab.play(lesson(), REFUSED_ROW)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:03  | 12:00 .. 12:05  /cart  | 1
            12:03  | 12:00 .. 12:05  /home  | 1
            12:06  | 12:00 .. 12:05  /cart  | 2
            12:06  | 12:00 .. 12:05  /home  | 2
            12:06  | 12:00 .. 12:05  /pay   | 1
            """);
  }

  @Test
  default void a_batch_whose_number_was_refused_counts_once(Lab lab) {
    lab.play(lesson(), REFUSED_BATCH)
        .showsOn(
            TABLE,
            """
            at     | window          page   | views
            12:02  | 12:00 .. 12:05  /home  | 1
            12:06  | 12:00 .. 12:05  /cart  | 1
            12:06  | 12:00 .. 12:05  /home  | 2
            """);
  }

  @Test
  default void ordinary_traffic_is_counted_once_although_batches_fail(Lab lab) {
    lab.play(lesson(), TROUBLED).showsOn(TABLE, CountsOracle.rows(TROUBLED));
  }
}
