package kata.lessons.session;

import static kata.datasets.scenarios.SessionScenarios.BACKWARDS;
import static kata.datasets.scenarios.SessionScenarios.MID_STREAM;
import static kata.datasets.scenarios.SessionScenarios.OTHER_ENDS;
import static kata.datasets.scenarios.SessionScenarios.OUT_OF_ORDER;
import static kata.datasets.scenarios.SessionScenarios.ROBOT;
import static kata.datasets.scenarios.SessionScenarios.SAME_MOMENT;
import static kata.datasets.scenarios.SessionScenarios.SECOND_VISIT;
import static kata.datasets.scenarios.SessionScenarios.SILENCE;
import static kata.datasets.scenarios.SessionScenarios.TWO_DEVICES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must be said of each session of a user, however the sessions are found. */
@ExtendWith(LessonExtension.class)
interface WholeSessionsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

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
  default void an_event_of_any_type_can_be_the_first_or_the_last(Lab lab) {
    lab.play(lesson(), OTHER_ENDS)
        .shows(
            """
            at     | window                        user  | seconds  events  pages  entry   exit       bought
            13:00  | 12:00:00.400 .. 12:42:00.300  ann   | 719      4       4      /phone  /checkout  true
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
  default void of_events_of_one_moment_the_page_decides(Lab lab) {
    lab.play(lesson(), SAME_MOMENT)
        .shows(
            """
            at     | window          user  | seconds  events  pages  entry  exit   bought
            12:40  | 12:00 .. 12:40  ann   | 600      6       4      /home  /cart  false
            """);
  }

  @Test
  default void a_session_goes_on_when_the_user_changes_the_device(Lab lab) {
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
  default void a_session_may_be_longer_than_a_day(Lab lab) {
    lab.play(lesson(), ROBOT)
        .shows(
            """
            at                | window                        user  | seconds  events  pages  entry   exit    bought
            2024-03-06 00:00  | 22:00 .. 2024-03-05 23:30:01  bot   | 90001    52      1      /deals  /deals  false
            """);
  }
}
