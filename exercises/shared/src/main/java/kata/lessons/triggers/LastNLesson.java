package kata.lessons.triggers;

import static kata.datasets.scenarios.TriggersScenarios.FEW;
import static kata.datasets.scenarios.TriggersScenarios.MORNING;
import static kata.datasets.scenarios.TriggersScenarios.SAME_AS_OLDEST;
import static kata.datasets.scenarios.TriggersScenarios.SAME_TIME;
import static kata.datasets.scenarios.TriggersScenarios.STRAGGLER;
import static kata.datasets.scenarios.TriggersScenarios.TRAIL;
import static kata.datasets.scenarios.TriggersScenarios.TWO_TRAILS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Find the last three pages that each user viewed in windows of five minutes.
 *
 * <p>The last views are those with the latest event times; of equal times, the one that arrived
 * later is the later one. Pages are listed with the oldest first. A window has one row for each
 * user, when event time has reached its end.
 */
@ExtendWith(LessonExtension.class)
public interface LastNLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void of_four_pages_the_first_is_left_out(Lab lab) {
    lab.play(lesson(), TRAIL)
        .shows(
            """
            at     | window          user  | pages
            12:05  | 12:00 .. 12:05  ann   | /search > /phone > /cart
            """);
  }

  @Test
  default void event_time_decides_and_not_arrival(Lab lab) {
    lab.play(lesson(), STRAGGLER)
        .shows(
            """
            at     | window          user  | pages
            12:05  | 12:00 .. 12:05  ann   | /search > /phone > /cart
            """);
  }

  @Test
  default void of_equal_times_the_one_that_arrived_later_is_later(Lab lab) {
    lab.play(lesson(), SAME_TIME)
        .shows(
            """
            at     | window          user  | pages
            12:05  | 12:00 .. 12:05  ann   | /search > /phone > /cart
            """)
        .survivesFailure();
  }

  @Test
  default void a_view_of_the_oldest_time_that_arrives_later_takes_its_place(Lab lab) {
    lab.play(lesson(), SAME_AS_OLDEST)
        .shows(
            """
            at     | window          user  | pages
            12:05  | 12:00 .. 12:05  ann   | /home > /cart > /phone
            """);
  }

  @Test
  default void fewer_than_three_are_all_listed_and_a_page_may_be_listed_twice(Lab lab) {
    lab.play(lesson(), FEW)
        .shows(
            """
            at     | window          user  | pages
            12:05  | 12:00 .. 12:05  ann   | /home > /cart
            12:05  | 12:00 .. 12:05  bob   | /home > /phone > /home
            """);
  }

  @Test
  default void every_user_and_every_window_has_a_trail_of_its_own(Lab lab) {
    lab.play(lesson(), TWO_TRAILS)
        .shows(
            """
            at     | window          user  | pages
            12:05  | 12:00 .. 12:05  ann   | /home > /phone
            12:05  | 12:00 .. 12:05  bob   | /legal > /home
            12:10  | 12:05 .. 12:10  ann   | /legal > /home > /checkout
            12:10  | 12:05 .. 12:10  bob   | /phone
            """);
  }

  @Test
  default void a_morning_of_trails_is_right(Lab lab) {
    lab.play(lesson(), MORNING).shows(TumblingFirings.lastPages(MORNING)).survivesFailure();
  }
}
