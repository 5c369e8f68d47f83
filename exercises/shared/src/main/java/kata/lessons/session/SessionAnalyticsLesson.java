package kata.lessons.session;

import static kata.datasets.scenarios.SessionScenarios.BRIDGE;
import static kata.datasets.scenarios.SessionScenarios.COMES_BACK;
import static kata.datasets.scenarios.SessionScenarios.HALVES;
import static kata.datasets.scenarios.SessionScenarios.LOST;
import static kata.datasets.scenarios.SessionScenarios.TRAFFIC;
import static kata.datasets.scenarios.SessionScenarios.TWO_USERS;
import static kata.datasets.scenarios.SessionScenarios.VISIT;

import kata.harness.lab.Lab;
import org.junit.jupiter.api.Test;

/**
 * Say of each session of a user how long it was and what happened in it.
 *
 * <p>A session ends with a silence of more than 30 minutes. Its window runs from its first event to
 * 30 minutes after its last; its duration ends with the last event. Of events of the same moment,
 * the page that sorts first is the entry, the one that sorts last is the exit.
 */
public interface SessionAnalyticsLesson extends WholeSessionsLesson {

  @Test
  default void a_session_is_summed_up_from_its_first_event_to_its_last(Lab lab) {
    lab.play(lesson(), VISIT)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry      exit       bought
            12:33  | 12:03 .. 12:33  ben   | 0        1       1      /checkout  /checkout  false
            12:36  | 12:00 .. 12:36  ann   | 360      6       3      /home      /home      true
            """);
  }

  @Test
  default void a_late_event_joins_two_open_sessions(Lab lab) {
    lab.play(lesson(), BRIDGE)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit       bought
            13:20  | 12:00 .. 13:20  ann   | 3000     3       3      /home  /checkout  true
            """);
  }

  @Test
  default void halves_of_a_session_are_put_together_in_either_order(Lab lab) {
    lab.play(lesson(), HALVES)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit   bought
            13:39  | 12:00 .. 13:35  ann   | 3900     5       4      /home  /help  true
            13:39  | 12:04 .. 13:39  ben   | 3900     5       4      /home  /help  true
            """);
  }

  @Test
  default void every_user_has_sessions_of_their_own(Lab lab) {
    lab.play(lesson(), TWO_USERS)
        .shows(
            """
            at            | window                        user  | seconds  events  pages  entry    exit    bought
            12:55:00.200  | 12:00 .. 12:30                ann   | 0        1       1      /home    /home   false
            12:55:00.200  | 12:10:00.600 .. 12:55:00.200  ben   | 899      2       2      /search  /help   false
            14:30         | 14:00 .. 14:30                ann   | 0        1       1      /deals   /deals  false
            """);
  }

  @Test
  default void a_late_event_can_be_a_session_of_its_own(Lab lab) {
    lab.play(lesson(), COMES_BACK)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry   exit    bought
            12:30  | 12:00 .. 12:30  ann   | 0        1       1      /home   /home   false
            12:40  | 12:10 .. 12:40  ann   | 0        1       1      /deals  /deals  false
            """);
  }

  @Test
  default void an_event_is_lost_when_its_own_session_would_be_over(Lab lab) {
    lab.play(lesson(), LOST)
        .shows(
            """
            at     | window                        user  | seconds  events  pages  entry  exit   bought
            13:10  | 12:40 .. 13:10                ann   | 0        1       1      /home  /home  false
            13:10  | 12:15:00.001 .. 12:45:00.001  cleo  | 0        1       1      /home  /home  false
            """);
  }

  @Test
  default void three_hours_of_traffic_add_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(SessionOracle.sessionAnalytics(TRAFFIC));
  }
}
