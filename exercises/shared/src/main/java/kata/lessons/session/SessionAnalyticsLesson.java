package kata.lessons.session;

import static kata.datasets.scenarios.SessionScenarios.BACKWARDS;
import static kata.datasets.scenarios.SessionScenarios.BRIDGE;
import static kata.datasets.scenarios.SessionScenarios.COMES_BACK;
import static kata.datasets.scenarios.SessionScenarios.HALVES;
import static kata.datasets.scenarios.SessionScenarios.LOST;
import static kata.datasets.scenarios.SessionScenarios.MID_STREAM;
import static kata.datasets.scenarios.SessionScenarios.OUT_OF_ORDER;
import static kata.datasets.scenarios.SessionScenarios.SAME_MOMENT;
import static kata.datasets.scenarios.SessionScenarios.SECOND_VISIT;
import static kata.datasets.scenarios.SessionScenarios.SILENCE;
import static kata.datasets.scenarios.SessionScenarios.TRAFFIC;
import static kata.datasets.scenarios.SessionScenarios.TWO_DEVICES;
import static kata.datasets.scenarios.SessionScenarios.TWO_USERS;
import static kata.datasets.scenarios.SessionScenarios.VISIT;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Say of each session of a user how long it was and what happened in it.
 *
 * <p>A session ends with a silence of more than 30 minutes. Its window runs from its first event to
 * 30 minutes after its last; its duration ends with the last event. Of events of the same moment,
 * the page that sorts first is the entry, the one that sorts last is the exit.
 */
@ExtendWith(LessonExtension.class)
public interface SessionAnalyticsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

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
  default void a_silence_of_exactly_the_gap_does_not_end_a_session(Lab lab) {
    lab.play(lesson(), SILENCE)
        .shows(
            """
            at     | window                        user  | seconds  events  pages  entry  exit   bought
            13:00  | 12:00 .. 13:00                ann   | 1800     2       1      /home  /home  false
            13:45  | 13:00:00.001 .. 13:30:00.001  ann   | 0        1       1      /home  /home  false
            """);
  }

  @Test
  default void the_gap_is_the_same_when_the_later_event_comes_first(Lab lab) {
    lab.play(lesson(), BACKWARDS)
        .shows(
            """
            at     | window                        user  | seconds  events  pages  entry  exit   bought
            13:10  | 12:00 .. 12:30                ben   | 0        1       1      /home  /home  false
            13:10  | 12:00 .. 13:00                ann   | 1800     2       2      /home  /cart  false
            13:10  | 12:30:00.001 .. 13:00:00.001  ben   | 0        1       1      /cart  /cart  false
            """);
  }

  @Test
  default void an_event_in_the_middle_joins_two_sessions(Lab lab) {
    lab.play(lesson(), OUT_OF_ORDER)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit   bought
            13:15  | 12:00 .. 13:15  ann   | 2700     5       4      /home  /home  true
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
  default void of_events_of_one_moment_the_page_decides(Lab lab) {
    lab.play(lesson(), SAME_MOMENT)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit   bought
            12:40  | 12:00 .. 12:40  ann   | 600      6       4      /home  /cart  false
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
  default void a_session_goes_on_on_another_device(Lab lab) {
    lab.play(lesson(), TWO_DEVICES)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit    bought
            12:50  | 12:00 .. 12:50  ann   | 1200     2       2      /home  /deals  false
            """);
  }

  @Test
  default void a_session_knows_nothing_of_the_one_before(Lab lab) {
    lab.play(lesson(), SECOND_VISIT)
        .shows(
            """
            at     | window                 user  | seconds  events  pages  entry    exit       bought
            12:45  | 12:00 .. 12:31         ann   | 60       2       2      /home    /checkout  true
            13:21  | 12:49:59.700 .. 13:21  ann   | 60       2       2      /search  /deals     false
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_the_end(Lab lab) {
    lab.play(lesson(), MID_STREAM)
        .shows(
            """
            at                | window                     user  | seconds  events  pages  entry  exit   bought
            12:30             | 12:00 .. 12:30             ann   | 0        1       1      /home  /home  false
            2024-03-05 00:40  | 23:50 .. 2024-03-05 00:40  ann   | 1200     2       2      /home  /cart  false
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
