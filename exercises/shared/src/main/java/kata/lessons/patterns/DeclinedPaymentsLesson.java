package kata.lessons.patterns;

import static kata.datasets.scenarios.PatternsScenarios.AMOUNT;
import static kata.datasets.scenarios.PatternsScenarios.BETWEEN;
import static kata.datasets.scenarios.PatternsScenarios.CRASH;
import static kata.datasets.scenarios.PatternsScenarios.EVENING;
import static kata.datasets.scenarios.PatternsScenarios.LATE;
import static kata.datasets.scenarios.PatternsScenarios.LIMIT;
import static kata.datasets.scenarios.PatternsScenarios.OUT_OF_ORDER;
import static kata.datasets.scenarios.PatternsScenarios.OVERLAPPING;
import static kata.datasets.scenarios.PatternsScenarios.THREE;
import static kata.datasets.scenarios.PatternsScenarios.TIES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Find three declined card payments and a large one after them, within ten minutes.
 *
 * <p>Each declined payment and the next two of the same card, in the order of event time, make an
 * alert with the first payment after them that is approved and of at least 500.00, if less than ten
 * minutes lie between the first and the last of the four. Payments in between do not matter.
 */
@ExtendWith(LessonExtension.class)
public interface DeclinedPaymentsLesson {

  /** The output that is looked at. */
  String TABLE = "table alerts";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void three_declined_ones_of_one_card_and_a_large_one_make_an_alert(Lab lab) {
    lab.play(lesson(), THREE)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:09  | t1 t3 t5  t7     | ann
            """);
  }

  @Test
  default void small_payments_in_between_do_not_matter(Lab lab) {
    lab.play(lesson(), BETWEEN)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:09  | t1 t2 t4  t6     | ann
            """);
  }

  @Test
  default void each_three_in_a_row_make_an_alert_with_the_next_large_one(Lab lab) {
    lab.play(lesson(), OVERLAPPING)
        .showsOn(
            TABLE,
            """
            at        | declined  large  | user id
            12:08:30  | t1 t2 t3  t5     | ann
            12:08:30  | t2 t3 t4  t5     | ann
            12:13     | t1 t2 t3  t5     | ann
            12:13     | t2 t3 t4  t5     | ann
            12:13     | t3 t4 t8  t9     | ann
            """);
  }

  @Test
  default void exactly_ten_minutes_are_too_long(Lab lab) {
    lab.play(lesson(), LIMIT)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:21  | t2 t5 t7  t9     | ben
            """);
  }

  @Test
  default void at_one_moment_the_order_of_arrival_counts(Lab lab) {
    lab.play(lesson(), TIES)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:04  | t1 t3 t7  t8     | ann
            """);
  }

  @Test
  default void what_arrives_out_of_order_is_put_in_order(Lab lab) {
    lab.play(lesson(), OUT_OF_ORDER)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:07  | t1 t3 t6  t5     | ann
            """);
  }

  @Test
  default void a_late_payment_is_left_out(Lab lab) {
    lab.play(lesson(), LATE)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:09  | t2 t4 t5  t9     | ben
            """);
  }

  @Test
  default void five_hundred_is_large_and_a_large_one_that_is_declined_is_declined(Lab lab) {
    lab.play(lesson(), AMOUNT)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:08  | t1 t3 t5  t9     | ann
            """);
  }

  @Test
  default void a_failure_between_the_payments_hides_nothing_and_doubles_nothing(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            TABLE,
            """
            at     | declined  large  | user id
            12:12  | t1 t2 t4  t5     | ann
            """);
  }

  @Test
  default void an_evening_of_four_cards_with_failures_adds_up(Lab lab) {
    lab.play(lesson(), EVENING).showsOn(TABLE, AlertsOracle.alerts(EVENING));
  }
}
