package kata.lessons.functions;

import static kata.datasets.scenarios.JoinScenarios.NOBODY_BUYS;
import static kata.datasets.scenarios.JoinScenarios.TWICE;
import static kata.datasets.scenarios.RangeJoinScenarios.BUYERS;
import static kata.datasets.scenarios.RangeJoinScenarios.LIMITS;
import static kata.datasets.scenarios.RangeJoinScenarios.PASSED;
import static kata.datasets.scenarios.RangeJoinScenarios.PURCHASE_FIRST;
import static kata.datasets.scenarios.RangeJoinScenarios.RULED_OUT;
import static kata.datasets.scenarios.RangeJoinScenarios.SOON_AFTER;
import static kata.datasets.scenarios.RangeJoinScenarios.STEP_AFTER_STEP;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Join each purchase with the views that the same user made in the ten minutes before it.
 *
 * <p>Both ends of the ten minutes count. A row comes out when the later arrival of the two is
 * there; nothing is kept that cannot find a partner any more.
 */
@ExtendWith(LessonExtension.class)
public interface StreamJoinLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_purchase_meets_the_views_before_it_and_nothing_is_kept(Lab lab) {
    lab.play(lesson(), SOON_AFTER)
        .shows(
            """
            at        | user  viewed        bought    | page    seconds
            12:10:30  | ann   12:01         12:10:20  | /home   560
            12:10:30  | ann   12:08:00.400  12:10:20  | /phone  139
            """)
        .leavesNothing();
  }

  @Test
  default void both_ends_of_the_ten_minutes_count(Lab lab) {
    lab.play(lesson(), LIMITS)
        .shows(
            """
            at     | user  viewed  bought  | page   seconds
            12:10  | ann   12:00   12:10   | /home  600
            12:10  | cem   12:03   12:03   | /home  0
            """);
  }

  @Test
  default void it_does_not_matter_which_of_the_two_arrives_first(Lab lab) {
    lab.play(lesson(), PURCHASE_FIRST)
        .shows(
            """
            at     | user  viewed  bought  | page    seconds
            12:06  | ann   12:04   12:05   | /phone  60
            """)
        .leavesNothing();
  }

  @Test
  default void nothing_is_kept_that_cannot_find_a_partner_any_more(Lab lab) {
    lab.play(lesson(), RULED_OUT)
        .shows(
            """
            at     | user  viewed  bought  | page   seconds
            12:10  | bob   12:00   12:10   | /home  600
            """)
        .leavesNothing();
  }

  @Test
  default void a_view_waits_as_long_as_a_purchase_may_come(Lab lab) {
    lab.play(lesson(), STEP_AFTER_STEP)
        .shows(
            """
            at        | user  viewed  bought        | page    seconds
            12:09     | ann   12:01   12:06         | /phone  300
            12:10:59  | ann   12:01   12:10:59.999  | /phone  599
            """);
  }

  @Test
  default void what_the_watermark_has_reached_is_dropped(Lab lab) {
    lab.play(lesson(), PASSED)
        .shows(
            """
            at        | user  viewed  bought        | page    seconds
            12:15:30  | ann   12:01   12:05:00.001  | /phone  240
            """);
  }

  @Test
  default void each_view_meets_each_purchase_after_it(Lab lab) {
    lab.play(lesson(), TWICE)
        .shows(
            """
            at     | user  viewed  bought  | page    seconds
            12:10  | ann   12:01   12:03   | /phone  120
            12:10  | ann   12:01   12:06   | /phone  300
            12:10  | ann   12:04   12:06   | /phone  120
            """);
  }

  @Test
  default void what_has_no_partner_has_no_row(Lab lab) {
    lab.play(lesson(), NOBODY_BUYS)
        .shows(
            """
            at     | user  viewed  bought  | page   seconds
            12:20  | cem   12:11   12:12   | /done  60
            12:20  | cem   12:11   12:12   | /done  60
            12:20  | cem   12:11   12:12   | /done  60
            12:20  | cem   12:11   12:12   | /done  60
            """);
  }

  @Test
  default void an_hour_of_customers_is_right(Lab lab) {
    lab.play(lesson(), BUYERS).shows(JoinedInRange.expect(BUYERS));
  }
}
