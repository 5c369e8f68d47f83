package kata.lessons.functions;

import static kata.datasets.scenarios.JoinScenarios.NOBODY_BUYS;
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
 * Say of each view to which purchase it led in ten minutes, or that it led to none.
 *
 * <p>A pair comes out as soon as both events are there. A view without a purchase has a row when
 * the watermark is later than ten minutes after it, with null for the purchase.
 */
@ExtendWith(LessonExtension.class)
public interface OuterJoinLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_view_that_led_to_nothing_has_a_row_when_that_is_certain(Lab lab) {
    lab.play(lesson(), SOON_AFTER)
        .shows(
            """
            at        | user  viewed        bought    | page
            12:10:30  | ann   12:01         12:10:20  | /home
            12:10:30  | ann   12:08:00.400  12:10:20  | /phone
            12:20:30  | bob   12:02         null      | /home
            """)
        .leavesNothing();
  }

  @Test
  default void both_ends_of_the_ten_minutes_count(Lab lab) {
    lab.play(lesson(), LIMITS)
        .shows(
            """
            at     | user  viewed  bought  | page
            12:10  | ann   12:00   12:10   | /home
            12:10  | cem   12:03   12:03   | /home
            """);
  }

  @Test
  default void it_is_certain_when_the_watermark_is_later_than_ten_minutes_after(Lab lab) {
    lab.play(lesson(), RULED_OUT)
        .shows(
            """
            at            | user  viewed  bought  | page
            12:10         | bob   12:00   12:10   | /home
            12:10:00.001  | ann   12:00   null    | /home
            """)
        .leavesNothing();
  }

  @Test
  default void only_views_are_shown_without_a_partner(Lab lab) {
    lab.play(lesson(), NOBODY_BUYS)
        .shows(
            """
            at     | user  viewed  bought  | page
            12:20  | ann   12:01   null    | /home
            12:20  | dan   12:03   null    | /done
            12:20  | cem   12:11   12:12   | /done
            12:20  | cem   12:11   12:12   | /done
            12:20  | cem   12:11   12:12   | /done
            12:20  | cem   12:11   12:12   | /done
            """);
  }

  @Test
  default void a_view_after_the_purchase_led_to_nothing(Lab lab) {
    lab.play(lesson(), PURCHASE_FIRST)
        .shows(
            """
            at     | user  viewed  bought  | page
            12:06  | ann   12:04   12:05   | /phone
            12:17  | ann   12:06   null    | /legal
            """);
  }

  @Test
  default void a_view_that_has_met_a_purchase_is_not_shown_without_one(Lab lab) {
    lab.play(lesson(), STEP_AFTER_STEP)
        .shows(
            """
            at        | user  viewed  bought        | page
            12:09     | ann   12:01   12:06         | /phone
            12:10:59  | ann   12:01   12:10:59.999  | /phone
            """);
  }

  @Test
  default void a_view_that_the_watermark_has_passed_is_dropped(Lab lab) {
    lab.play(lesson(), PASSED)
        .shows(
            """
            at        | user  viewed  bought        | page
            12:15:30  | ann   12:01   12:05:00.001  | /phone
            """);
  }

  @Test
  default void an_hour_of_customers_is_right(Lab lab) {
    lab.play(lesson(), BUYERS).shows(JoinedInRange.expectOuter(BUYERS));
  }
}
