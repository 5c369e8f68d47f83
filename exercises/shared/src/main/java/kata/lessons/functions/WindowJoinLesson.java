package kata.lessons.functions;

import static kata.datasets.scenarios.JoinScenarios.AFTERWARDS;
import static kata.datasets.scenarios.JoinScenarios.ALL_AT_ONCE;
import static kata.datasets.scenarios.JoinScenarios.BEHIND;
import static kata.datasets.scenarios.JoinScenarios.BUYER;
import static kata.datasets.scenarios.JoinScenarios.CUSTOMERS;
import static kata.datasets.scenarios.JoinScenarios.NOBODY_BUYS;
import static kata.datasets.scenarios.JoinScenarios.OTHER_WINDOW;
import static kata.datasets.scenarios.JoinScenarios.TWICE;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Join the views and the purchases that a user made in the same window of ten minutes.
 *
 * <p>Each view meets each purchase, whichever came first; every pair is a row, when event time has
 * reached the end of the window. A view without a purchase has no row, nor has a purchase without a
 * view.
 */
@ExtendWith(LessonExtension.class)
public interface WindowJoinLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void every_view_of_a_buyer_is_a_row_and_those_of_others_are_none(Lab lab) {
    lab.play(lesson(), BUYER)
        .shows(
            """
            at     | window          user  viewed  bought  | page    millis
            12:10  | 12:00 .. 12:10  ann   12:01   12:05   | /home   240000
            12:10  | 12:00 .. 12:10  ann   12:03   12:05   | /phone  120000
            """);
  }

  @Test
  default void each_view_meets_each_purchase(Lab lab) {
    lab.play(lesson(), TWICE)
        .shows(
            """
            at     | window          user  viewed  bought  | page    millis
            12:10  | 12:00 .. 12:10  ann   12:01   12:03   | /phone  120000
            12:10  | 12:00 .. 12:10  ann   12:01   12:06   | /phone  300000
            12:10  | 12:00 .. 12:10  ann   12:04   12:03   | /phone  -60000
            12:10  | 12:00 .. 12:10  ann   12:04   12:06   | /phone  120000
            """);
  }

  @Test
  default void the_end_of_a_window_parts_what_lies_a_millisecond_apart(Lab lab) {
    lab.play(lesson(), OTHER_WINDOW)
        .shows(
            """
            at     | window          user  viewed  bought  | page   millis
            12:20  | 12:10 .. 12:20  ann   12:10   12:10   | /case  0
            12:20  | 12:10 .. 12:20  bob   12:14   12:18   | /home  240000
            """);
  }

  @Test
  default void a_view_may_follow_its_purchase(Lab lab) {
    lab.play(lesson(), AFTERWARDS)
        .shows(
            """
            at     | window          user  viewed    bought  | page    millis
            12:10  | 12:00 .. 12:10  ann   12:02     12:02   | /case   0
            12:10  | 12:00 .. 12:10  ann   12:05:30  12:02   | /legal  -210000
            """);
  }

  @Test
  default void what_has_no_partner_has_no_row(Lab lab) {
    lab.play(lesson(), NOBODY_BUYS)
        .shows(
            """
            at     | window          user  viewed  bought  | page   millis
            12:20  | 12:10 .. 12:20  cem   12:11   12:12   | /done  60000
            12:20  | 12:10 .. 12:20  cem   12:11   12:12   | /done  60000
            12:20  | 12:10 .. 12:20  cem   12:11   12:12   | /done  60000
            12:20  | 12:10 .. 12:20  cem   12:11   12:12   | /done  60000
            """);
  }

  @Test
  default void late_events_count_while_their_window_is_open(Lab lab) {
    lab.play(lesson(), BEHIND)
        .shows(
            """
            at     | window          user  viewed  bought  | page    millis
            12:10  | 12:00 .. 12:10  ann   12:01   12:03   | /home   120000
            12:10  | 12:00 .. 12:10  ann   12:02   12:03   | /phone  60000
            12:20  | 12:10 .. 12:20  ann   12:12   12:13   | /home   60000
            """);
  }

  @Test
  default void one_watermark_may_end_several_windows(Lab lab) {
    lab.play(lesson(), ALL_AT_ONCE)
        .shows(
            """
            at     | window          user  viewed  bought        | page    millis
            12:30  | 12:00 .. 12:10  ann   12:01   12:02         | /home   60000
            12:30  | 12:10 .. 12:20  bob   12:11   12:19:59.999  | /phone  539999
            12:30  | 12:20 .. 12:30  ann   12:21   12:21:30      | /cart   30000
            """);
  }

  @Test
  default void half_an_hour_of_customers_is_right(Lab lab) {
    lab.play(lesson(), CUSTOMERS).shows(JoinedWindows.expect(CUSTOMERS)).survivesFailure();
  }
}
