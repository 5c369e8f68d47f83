package kata.lessons.source;

import static kata.datasets.scenarios.SourceScenarios.CRASH;
import static kata.datasets.scenarios.SourceScenarios.MALFORMED;
import static kata.datasets.scenarios.SourceScenarios.ONE_BEHIND;
import static kata.datasets.scenarios.SourceScenarios.ORDINARY;
import static kata.datasets.scenarios.SourceScenarios.SILENT;
import static kata.datasets.scenarios.SourceScenarios.WRONG_CLOCK;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Read orders from all partitions of a topic in which not every record is an order.
 *
 * <p>Orders are counted by region in windows of five minutes; what is no order goes to a topic of
 * its own, with its partition and offset. In each partition the watermark is a minute behind its
 * latest order. A partition that is silent for a minute does not hold the others back.
 */
@ExtendWith(LessonExtension.class)
public interface OrderSourceLesson {

  /** Where the orders are counted. */
  String COUNTS = "topic order-counts";

  /** Where everything else goes. */
  String DEAD = "topic orders-dead";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void what_is_no_order_goes_elsewhere_and_the_rest_is_counted(Lab lab) {
    lab.play(lesson(), MALFORMED)
        .showsOn(
            DEAD,
            """
            at        | partition  offset | text
            12:06:30  | 0          1      | {"event_id":"e2","ord
            12:06:30  | 0          3      | null
            12:11:30  | 0          7      | hello
            12:11:30  | 0          8      | hello
            12:11:30  | 0          9      | gr\uFFFD\uFFFDe
            12:11:30  | 0          10     | {"event_id":"e7"}
            12:11:30  | 0          11     | []
            12:11:30  | 0          12     |
            """)
        .showsOn(
            COUNTS,
            """
            at        | window          region  | orders
            12:06:30  | 12:00 .. 12:05  asia    | 2
            12:06:30  | 12:00 .. 12:05  europe  | 1
            12:11:30  | 12:05 .. 12:10  asia    | 1
            12:11:30  | 12:05 .. 12:10  europe  | 2
            """);
  }

  @Test
  default void a_silent_partition_is_waited_for_a_minute_and_no_longer(Lab lab) {
    lab.play(lesson(), SILENT)
        .showsOn(
            COUNTS,
            """
            at        | window          region  | orders
            12:08:30  | 12:00 .. 12:05  asia    | 1
            12:08:30  | 12:00 .. 12:05  europe  | 1
            12:13     | 12:05 .. 12:10  asia    | 1
            12:13     | 12:05 .. 12:10  europe  | 2
            """)
        .showsOn(DEAD, "at | partition  offset | text");
  }

  @Test
  default void a_partition_that_is_behind_is_not_late(Lab lab) {
    lab.play(lesson(), ONE_BEHIND)
        .showsOn(
            COUNTS,
            """
            at        | window          region  | orders
            12:12:40  | 12:00 .. 12:05  asia    | 1
            12:12:40  | 12:00 .. 12:05  europe  | 1
            12:12:40  | 12:05 .. 12:10  asia    | 1
            12:12:40  | 12:05 .. 12:10  europe  | 1
            """)
        .showsOn(DEAD, "at | partition  offset | text");
  }

  @Test
  default void only_orders_say_what_time_it_is(Lab lab) {
    lab.play(lesson(), WRONG_CLOCK)
        .showsOn(
            COUNTS,
            """
            at        | window          region  | orders
            12:06:30  | 12:00 .. 12:05  asia    | 1
            12:06:30  | 12:00 .. 12:05  europe  | 2
            """)
        .showsOn(
            DEAD,
            """
            at        | partition  offset | text
            12:06:30  | 0          2      | hello
            """);
  }

  @Test
  default void after_a_failure_each_record_still_has_its_place(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            DEAD,
            """
            at        | partition  offset | text
            12:02:30  | 0          1      | hello
            12:07     | 0          3      | {}
            """)
        .showsOn(
            COUNTS,
            """
            at        | window          region  | orders
            12:07     | 12:00 .. 12:05  asia    | 2
            12:07     | 12:00 .. 12:05  europe  | 2
            """);
  }

  @Test
  default void orders_and_the_rest_are_all_that_was_in_the_topic(Lab lab) {
    OrderSourceOracle expected = OrderSourceOracle.of(ORDINARY);
    lab.play(lesson(), ORDINARY).showsOn(DEAD, expected.dead()).showsOn(COUNTS, expected.counts());
  }
}
