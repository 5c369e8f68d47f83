package kata.lessons.functions;

import static kata.datasets.scenarios.RepeatScenarios.BEHIND_THE_DELAY;
import static kata.datasets.scenarios.RepeatScenarios.FORGOTTEN;
import static kata.datasets.scenarios.RepeatScenarios.IMPATIENT;
import static kata.datasets.scenarios.RepeatScenarios.ON_THE_LIMIT;
import static kata.datasets.scenarios.RepeatScenarios.OUT_OF_TURN;
import static kata.datasets.scenarios.RepeatScenarios.RELOADED;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Report each order once, although its page is loaded again and again.
 *
 * <p>The watermark is ten minutes behind the latest view. An order is remembered until the
 * watermark has reached the time of the view that was reported and ten minutes more.
 */
@ExtendWith(LessonExtension.class)
public interface DeduplicateLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void an_order_is_reported_once(Lab lab) {
    lab.play(lesson(), RELOADED)
        .shows(
            """
            at     | page      | viewed
            12:03  | /done/17  | 12:01
            12:03  | /done/18  | 12:02
            """);
  }

  @Test
  default void the_view_that_arrives_first_is_reported(Lab lab) {
    lab.play(lesson(), OUT_OF_TURN)
        .shows(
            """
            at     | page      | viewed
            12:05  | /done/17  | 12:05
            12:07  | /done/18  | 12:04
            """);
  }

  @Test
  default void an_order_is_forgotten_in_the_end(Lab lab) {
    lab.play(lesson(), FORGOTTEN)
        .shows(
            """
            at     | page      | viewed
            12:01  | /done/17  | 12:01
            12:22  | /done/18  | 12:22
            12:23  | /done/17  | 12:23
            """);
  }

  @Test
  default void it_is_forgotten_when_the_watermark_reaches_ten_minutes_after_it(Lab lab) {
    lab.play(lesson(), ON_THE_LIMIT)
        .shows(
            """
            at     | page      | viewed
            12:01  | /done/17  | 12:01
            12:01  | /done/18  | 12:01:00.001
            12:21  | /done/19  | 12:21
            12:22  | /done/17  | 12:22
            """);
  }

  @Test
  default void what_the_watermark_has_reached_is_dropped(Lab lab) {
    lab.play(lesson(), BEHIND_THE_DELAY)
        .shows(
            """
            at     | page      | viewed
            12:20  | /done/17  | 12:20
            12:21  | /done/20  | 12:10:00.001
            12:22  | /done/18  | 12:22
            """);
  }

  @Test
  default void an_hour_of_impatient_customers_is_right(Lab lab) {
    lab.play(lesson(), IMPATIENT).shows(FirstViews.expect(IMPATIENT));
  }
}
