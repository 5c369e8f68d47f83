package kata.lessons.timers;

import static kata.datasets.scenarios.CheckoutScenarios.AFTER_THE_ALERT;
import static kata.datasets.scenarios.CheckoutScenarios.AHEAD_OF_TIME;
import static kata.datasets.scenarios.CheckoutScenarios.AT_THE_LIMIT;
import static kata.datasets.scenarios.CheckoutScenarios.END_FIRST;
import static kata.datasets.scenarios.CheckoutScenarios.END_FIRST_TOO_LATE;
import static kata.datasets.scenarios.CheckoutScenarios.FORGOTTEN;
import static kata.datasets.scenarios.CheckoutScenarios.LATE_CHECKOUT;
import static kata.datasets.scenarios.CheckoutScenarios.LATE_PURCHASE;
import static kata.datasets.scenarios.CheckoutScenarios.LATE_START;
import static kata.datasets.scenarios.CheckoutScenarios.NO_CHECKOUT;
import static kata.datasets.scenarios.CheckoutScenarios.OTHER_CLICKS;
import static kata.datasets.scenarios.CheckoutScenarios.SAME_MOMENT;
import static kata.datasets.scenarios.CheckoutScenarios.SEVERAL_AT_ONCE;
import static kata.datasets.scenarios.CheckoutScenarios.SHOP;
import static kata.datasets.scenarios.CheckoutScenarios.TIMES_OUT;
import static kata.datasets.scenarios.CheckoutScenarios.TWO_DEVICES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Raise an alert for each session whose checkout is not followed by a purchase within fifteen
 * minutes.
 *
 * <p>A purchase at the limit itself is in time; one that is later is not, even if it arrives before
 * the alert. The alert comes out when event time has passed the limit. A purchase may arrive before
 * its checkout. What is no longer needed is cleared.
 */
@ExtendWith(LessonExtension.class)
public interface UnfinishedCheckoutLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_checkout_without_a_purchase_is_reported_when_the_limit_has_passed(Lab lab) {
    lab.play(lesson(), FORGOTTEN)
        .shows(
            """
            at        | session  user  | started  limit
            12:16:01  | bob-1    bob   | 12:01    12:16
            """)
        .leavesNothing();
  }

  @Test
  default void exactly_at_the_limit_is_in_time_and_a_millisecond_later_is_not(Lab lab) {
    lab.play(lesson(), AT_THE_LIMIT)
        .shows(
            """
            at            | session  user  | started  limit
            12:15:00.001  | bob-1    bob   | 12:00    12:15
            """);
  }

  @Test
  default void a_purchase_at_the_very_moment_of_its_checkout_counts(Lab lab) {
    lab.play(lesson(), SAME_MOMENT)
        .shows(
            """
            at     | session  user  | started  limit
            12:16  | cem-1    cem   | 12:00    12:15
            """);
  }

  @Test
  default void at_the_limit_a_purchase_may_still_come(Lab lab) {
    lab.play(lesson(), TIMES_OUT)
        .shows(
            """
            at            | session  user  | started   limit
            12:15:30.001  | ann-1    ann   | 12:00:30  12:15:30
            """);
  }

  @Test
  default void a_purchase_may_arrive_before_its_checkout(Lab lab) {
    lab.play(lesson(), END_FIRST)
        .shows(
            """
            at     | session  user  | started  limit
            13:00  | bob-1    bob   | 12:02    12:17
            """);
  }

  @Test
  default void a_purchase_that_arrives_first_may_still_be_too_late(Lab lab) {
    lab.play(lesson(), END_FIRST_TOO_LATE)
        .shows(
            """
            at            | session  user  | started  limit
            12:16:00.001  | ann-1    ann   | 12:01    12:16
            """)
        .leavesNothing();
  }

  @Test
  default void the_time_of_a_purchase_counts_and_not_its_arrival(Lab lab) {
    lab.play(lesson(), AHEAD_OF_TIME)
        .shows(
            """
            at     | session  user  | started  limit
            12:16  | ann-1    ann   | 12:00    12:15
            """)
        .leavesNothing();
  }

  @Test
  default void a_purchase_after_the_alert_changes_nothing(Lab lab) {
    lab.play(lesson(), AFTER_THE_ALERT)
        .shows(
            """
            at     | session  user  | started  limit
            12:16  | ann-1    ann   | 12:00    12:15
            """);
  }

  @Test
  default void only_a_purchase_finishes_a_checkout(Lab lab) {
    lab.play(lesson(), OTHER_CLICKS)
        .shows(
            """
            at     | session  user  | started  limit
            12:30  | ann-1    ann   | 12:02    12:17
            """);
  }

  @Test
  default void two_sessions_of_one_user_are_two(Lab lab) {
    lab.play(lesson(), TWO_DEVICES)
        .shows(
            """
            at            | session  user  | started  limit
            12:20:00.001  | ann-1    ann   | 12:00    12:15
            """);
  }

  @Test
  default void one_watermark_may_pass_several_limits(Lab lab) {
    lab.play(lesson(), SEVERAL_AT_ONCE)
        .shows(
            """
            at     | session  user  | started  limit
            12:30  | ann-1    ann   | 12:00    12:15
            12:30  | bob-1    bob   | 12:10    12:25
            12:30  | cem-1    cem   | 12:05    12:20
            """);
  }

  @Test
  default void a_late_purchase_counts_until_the_alert(Lab lab) {
    lab.play(lesson(), LATE_PURCHASE)
        .shows(
            """
            at     | session  user  | started  limit
            12:16  | bob-1    bob   | 12:00    12:15
            12:16  | cem-1    cem   | 12:00    12:15
            """)
        .leavesNothing();
  }

  @Test
  default void a_late_checkout_has_its_limit_all_the_same(Lab lab) {
    lab.play(lesson(), LATE_CHECKOUT)
        .shows(
            """
            at     | session  user  | started  limit
            12:21  | bob-1    bob   | 12:01    12:16
            12:26  | ann-1    ann   | 12:10    12:25
            13:00  | cem-1    cem   | 12:25    12:40
            """);
  }

  @Test
  default void a_purchase_is_remembered_for_fifteen_minutes(Lab lab) {
    lab.play(lesson(), LATE_START)
        .shows(
            """
            at     | session  user  | started  limit
            12:30  | bob-1    bob   | 12:03    12:18
            12:30  | cem-1    cem   | 12:03    12:18
            13:00  | dan-1    dan   | 12:03    12:18
            """)
        .leavesNothing();
  }

  @Test
  default void a_purchase_whose_checkout_never_comes_is_forgotten(Lab lab) {
    lab.play(lesson(), NO_CHECKOUT).shows("at | session  user | started  limit").leavesNothing();
  }

  @Test
  default void two_hours_in_the_shop_are_right(Lab lab) {
    lab.play(lesson(), SHOP).shows(OpenCheckouts.expect(SHOP)).survivesFailure();
  }
}
