package kata.lessons.session;

import static kata.datasets.scenarios.SessionScenarios.BRIDGE;
import static kata.datasets.scenarios.SessionScenarios.TRAFFIC;
import static kata.datasets.scenarios.SessionScenarios.TWO_USERS;
import static kata.datasets.scenarios.SessionScenarios.VISIT;

import kata.harness.lab.Lab;
import org.junit.jupiter.api.Test;

/**
 * Say of each session of a user what happened in it, with a state of one's own and a timeout.
 *
 * <p>The sessions are those of {@link SessionAnalyticsLesson}. Events that the watermark has passed
 * are lost, even if they would touch an open session. A user without an open session has no state.
 */
public interface SessionsByHandLesson extends WholeSessionsLesson {

  @Test
  default void a_session_is_summed_up_and_forgotten(Lab lab) {
    lab.play(lesson(), VISIT)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry      exit       bought
            12:33  | 12:03 .. 12:33  ben   | 0        1       1      /checkout  /checkout  false
            12:36  | 12:00 .. 12:36  ann   | 360      6       3      /home      /home      true
            """)
        .leavesNothing();
  }

  @Test
  default void a_user_may_have_two_sessions_open_at_once(Lab lab) {
    lab.play(lesson(), TWO_USERS)
        .shows(
            """
            at            | window                        user  | seconds  events  pages  entry    exit    bought
            12:55:00.200  | 12:00 .. 12:30                ann   | 0        1       1      /home    /home   false
            12:55:00.200  | 12:10:00.600 .. 12:55:00.200  ben   | 899      2       2      /search  /help   false
            14:30         | 14:00 .. 14:30                ann   | 0        1       1      /deals   /deals  false
            """)
        .leavesNothing();
  }

  @Test
  default void an_event_that_the_watermark_has_passed_joins_nothing(Lab lab) {
    lab.play(lesson(), BRIDGE)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry      exit       bought
            13:20  | 12:00 .. 12:30  ann   | 0        1       1      /home      /home      false
            13:20  | 12:50 .. 13:20  ann   | 0        1       1      /checkout  /checkout  true
            """);
  }

  @Test
  default void three_hours_of_traffic_add_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(SessionOracle.withoutLateEvents(TRAFFIC)).survivesFailure();
  }
}
