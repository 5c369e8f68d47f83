package kata.lessons.consume;

import static kata.datasets.scenarios.ConsumeScenarios.CRASH;
import static kata.datasets.scenarios.ConsumeScenarios.CRASH_AFTER_WORK;
import static kata.datasets.scenarios.ConsumeScenarios.EARLIER;
import static kata.datasets.scenarios.ConsumeScenarios.TWO_MEMBERS;
import static kata.datasets.scenarios.ConsumeScenarios.WORK_FAILS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Read orders as a member of a group that loses none.
 *
 * <p>Each order of the story is a row: whether it was handled, and how many times. The offsets are
 * what the group has committed when all members have stopped.
 */
@ExtendWith(LessonExtension.class)
public interface OrderConsumerLesson {

  /** What has become of each order. */
  String ORDERS = "orders";

  /** How many records each partition has, and what is committed of them. */
  String OFFSETS = "offsets";

  /** Of how many partitions each member handles orders. */
  String MEMBERS = "members";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void orders_that_were_there_before_are_handled_and_committed(Lab lab) {
    lab.play(lesson(), EARLIER)
        .showsOn(
            ORDERS,
            """
            at     | order | handled  times
            12:05  | o1    | yes      1
            12:05  | o2    | yes      1
            12:05  | o3    | yes      1
            """)
        .showsOn(
            OFFSETS,
            """
            at     | partition | records  committed
            12:05  | 0         | 2        2
            12:05  | 1         | 1        1
            """);
  }

  @Test
  default void an_order_that_the_program_dies_at_is_not_lost(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            ORDERS,
            """
            at     | order | handled
            12:10  | o1    | yes
            12:10  | o2    | yes
            12:10  | o3    | yes
            12:10  | o4    | yes
            12:10  | o5    | yes
            """);
  }

  @Test
  default void only_work_that_was_not_committed_is_done_again(Lab lab) {
    lab.play(lesson(), CRASH_AFTER_WORK)
        .showsOn(
            ORDERS,
            """
            at     | order | handled  times
            12:10  | o1    | yes      1
            12:10  | o2    | yes      1
            12:10  | o3    | yes      2
            12:10  | o4    | yes      1
            """);
  }

  @Test
  default void an_order_whose_work_failed_is_handled_again(Lab lab) {
    lab.play(lesson(), WORK_FAILS)
        .showsOn(
            ORDERS,
            """
            at     | order | handled  times
            12:10  | o1    | yes      1
            12:10  | o2    | yes      1
            12:10  | o3    | yes      1
            12:10  | o4    | yes      1
            """)
        .showsOn(
            OFFSETS,
            """
            at     | partition | records  committed
            12:10  | 0         | 4        4
            """);
  }

  @Test
  default void two_members_share_the_work_and_one_takes_over_from_the_other(Lab lab) {
    lab.play(lesson(), TWO_MEMBERS)
        .showsOn(
            MEMBERS,
            """
            at     | member | partitions
            12:03  | 1      | 2
            12:03  | 2      | 2
            """)
        .showsOn(
            ORDERS,
            """
            at     | order | handled  times
            12:10  | o1    | yes      1
            12:10  | o2    | yes      1
            12:10  | o3    | yes      1
            12:10  | o4    | yes      1
            12:10  | o5    | yes      1
            12:10  | o6    | yes      1
            12:10  | o7    | yes      2
            12:10  | o8    | yes      1
            """)
        .showsOn(
            OFFSETS,
            """
            at     | partition | records  committed
            12:10  | 0         | 3        3
            12:10  | 1         | 2        2
            12:10  | 2         | 1        1
            12:10  | 3         | 2        2
            """);
  }
}
