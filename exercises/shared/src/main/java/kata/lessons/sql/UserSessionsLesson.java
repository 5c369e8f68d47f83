package kata.lessons.sql;

import static kata.datasets.scenarios.SessionScenarios.BRIDGE;
import static kata.datasets.scenarios.SessionScenarios.COMES_BACK;
import static kata.datasets.scenarios.SessionScenarios.LOST;
import static kata.datasets.scenarios.SessionScenarios.ROBOT;
import static kata.datasets.scenarios.SessionScenarios.TWO_DEVICES;
import static kata.datasets.scenarios.SessionScenarios.TWO_USERS;
import static kata.datasets.scenarios.SessionScenarios.VISIT;
import static kata.datasets.scenarios.SqlScenarios.EXACT_GAP;
import static kata.datasets.scenarios.SqlScenarios.QUIET_HOURS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.lessons.session.SessionOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Say of each session of a user how long it was and what happened in it.
 *
 * <p>A session ends with a silence of more than 30 minutes. Its window runs from its first event to
 * 30 minutes after its last; the seconds are those from its first event to its last.
 */
@ExtendWith(LessonExtension.class)
public interface UserSessionsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_session_is_summed_up_from_its_first_event_to_its_last(Lab lab) {
    lab.play(lesson(), VISIT)
        .shows(
            """
            at     | window          user  | seconds  events  pages
            12:33  | 12:03 .. 12:33  ben   | 0        1       1
            12:36  | 12:00 .. 12:36  ann   | 360      6       3
            """);
  }

  @Test
  default void a_silence_of_exactly_the_gap_does_not_end_a_session(Lab lab) {
    lab.play(lesson(), EXACT_GAP)
        .shows(
            """
            at     | window                        user  | seconds  events  pages
            13:00  | 12:00 .. 13:00                ann   | 1800     2       1
            13:45  | 13:00:00.001 .. 13:30:00.001  ann   | 0        1       1
            """);
  }

  @Test
  default void a_late_event_joins_two_open_sessions(Lab lab) {
    lab.play(lesson(), BRIDGE)
        .shows(
            """
            at     | window          user  | seconds  events  pages
            13:20  | 12:00 .. 13:20  ann   | 3000     3       3
            """);
  }

  @Test
  default void every_user_has_sessions_of_their_own(Lab lab) {
    lab.play(lesson(), TWO_USERS)
        .shows(
            """
            at            | window                        user  | seconds  events  pages
            12:55:00.200  | 12:00 .. 12:30                ann   | 0        1       1
            12:55:00.200  | 12:10:00.600 .. 12:55:00.200  ben   | 899      2       2
            14:30         | 14:00 .. 14:30                ann   | 0        1       1
            """);
  }

  @Test
  default void a_session_goes_on_on_another_device(Lab lab) {
    lab.play(lesson(), TWO_DEVICES)
        .shows(
            """
            at     | window          user  | seconds  events  pages
            12:50  | 12:00 .. 12:50  ann   | 1200     2       2
            """);
  }

  @Test
  default void a_session_may_be_longer_than_a_day(Lab lab) {
    lab.play(lesson(), ROBOT)
        .shows(
            """
            at                | window                        user  | seconds  events  pages
            2024-03-06 00:00  | 22:00 .. 2024-03-05 23:30:01  bot   | 90001    52      1
            """);
  }

  @Test
  default void a_late_event_can_be_a_session_of_its_own(Lab lab) {
    lab.play(lesson(), COMES_BACK)
        .shows(
            """
            at     | window          user  | seconds  events  pages
            12:30  | 12:00 .. 12:30  ann   | 0        1       1
            12:40  | 12:10 .. 12:40  ann   | 0        1       1
            """);
  }

  @Test
  default void an_event_is_lost_when_its_own_session_would_be_over(Lab lab) {
    lab.play(lesson(), LOST)
        .shows(
            """
            at     | window                        user  | seconds  events  pages
            13:10  | 12:40 .. 13:10                ann   | 0        1       1
            13:10  | 12:15:00.001 .. 12:45:00.001  cleo  | 0        1       1
            """);
  }

  @Test
  default void two_hours_of_traffic_add_up(Lab lab) {
    lab.play(lesson(), QUIET_HOURS).shows(SessionOracle.sessionLengths(QUIET_HOURS));
  }
}
