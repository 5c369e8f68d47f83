package kata.lessons.tokafka;

import static kata.datasets.scenarios.ToKafkaScenarios.CRASH;
import static kata.datasets.scenarios.ToKafkaScenarios.CRASH_AT_FIRST;
import static kata.datasets.scenarios.ToKafkaScenarios.DISORDER;
import static kata.datasets.scenarios.ToKafkaScenarios.EARLIER;
import static kata.datasets.scenarios.ToKafkaScenarios.ORDINARY;
import static kata.datasets.scenarios.ToKafkaScenarios.TWO_CRASHES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Write how many orders took each status in windows of 30 seconds back to Kafka, exactly once.
 *
 * <p>The watermark is ten seconds behind the latest order. A consumer that reads only what is
 * committed sees each window and status once, whenever the job fails.
 */
@ExtendWith(LessonExtension.class)
public interface StatusCountsLesson {

  /** The output that is looked at. */
  String COUNTS = "topic status-counts";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void orders_from_before_the_start_are_counted_too(Lab lab) {
    lab.play(lesson(), EARLIER)
        .showsOn(
            COUNTS,
            """
            at        | window                 status   | orders
            12:00:41  | 12:00 .. 12:00:30      CREATED  | 2
            12:00:41  | 12:00 .. 12:00:30      PAID     | 1
            12:01:11  | 12:00:30 .. 12:01      CREATED  | 1
            12:01:11  | 12:00:30 .. 12:01      SHIPPED  | 1
            """);
  }

  @Test
  default void a_window_waits_ten_seconds_for_what_is_out_of_order(Lab lab) {
    lab.play(lesson(), DISORDER)
        .showsOn(
            COUNTS,
            """
            at        | window                 status   | orders
            12:00:41  | 12:00 .. 12:00:30      PAID     | 3
            """);
  }

  @Test
  default void a_count_that_is_written_again_after_a_failure_is_read_once(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            COUNTS,
            """
            at        | window                 status   | orders
            12:01:11  | 12:00 .. 12:00:30      CREATED  | 2
            12:01:11  | 12:00 .. 12:00:30      PAID     | 1
            12:01:11  | 12:00:30 .. 12:01      CREATED  | 1
            12:01:11  | 12:00:30 .. 12:01      PAID     | 1
            """);
  }

  @Test
  default void a_failure_before_the_first_checkpoint_loses_nothing(Lab lab) {
    lab.play(lesson(), CRASH_AT_FIRST)
        .showsOn(
            COUNTS,
            """
            at        | window                 status   | orders
            12:01:11  | 12:00 .. 12:00:30      CREATED  | 1
            12:01:11  | 12:00:30 .. 12:01      PAID     | 1
            """);
  }

  @Test
  default void each_count_is_read_once_however_often_the_job_fails(Lab lab) {
    lab.play(lesson(), TWO_CRASHES)
        .showsOn(
            COUNTS,
            """
            at        | window                 status   | orders
            12:01:12  | 12:00 .. 12:00:30      CREATED  | 1
            12:01:12  | 12:00:30 .. 12:01      CREATED  | 1
            12:01:12  | 12:00:30 .. 12:01      PAID     | 1
            12:01:42  | 12:01 .. 12:01:30      PAID     | 1
            """);
  }

  @Test
  default void ordinary_orders_are_counted_as_if_nothing_had_failed(Lab lab) {
    lab.play(lesson(), ORDINARY).showsOn(COUNTS, StatusCountsOracle.counts(ORDINARY));
  }
}
