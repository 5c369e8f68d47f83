package kata.lessons.triggers;

import static kata.datasets.scenarios.GrowingSessionScenarios.AFTER_A_ROW;
import static kata.datasets.scenarios.GrowingSessionScenarios.BRIDGE;
import static kata.datasets.scenarios.GrowingSessionScenarios.COMES_BACK;
import static kata.datasets.scenarios.GrowingSessionScenarios.GROWING;
import static kata.datasets.scenarios.GrowingSessionScenarios.LATE_BEGINNING;
import static kata.datasets.scenarios.GrowingSessionScenarios.LATE_VISIT;
import static kata.datasets.scenarios.GrowingSessionScenarios.SAME_MOMENT;
import static kata.datasets.scenarios.GrowingSessionScenarios.TOUCH;
import static kata.datasets.scenarios.GrowingSessionScenarios.TWO_AT_ONCE;
import static kata.datasets.scenarios.GrowingSessionScenarios.TWO_VISITORS;
import static kata.datasets.scenarios.GrowingSessionScenarios.VISITS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each user's sessions, which end after ten minutes of silence, while they last.
 *
 * <p>An open row comes out as soon as a session has three views or more that no row has counted,
 * and a closed row when event time has reached the end of the session, always. Each row counts all
 * views of the session so far. Sessions that a view joins are one session from then on, with the
 * uncounted views of both. A view exactly ten minutes after another belongs to the same session. A
 * session that is over leaves no state.
 */
@ExtendWith(LessonExtension.class)
public interface MergingTriggerLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_third_view_shows_the_session_and_the_end_closes_it(Lab lab) {
    lab.play(lesson(), GROWING)
        .shows(
            """
            at        | window          user  | views  status
            12:08:30  | 12:00 .. 12:18  ann   | 3      open
            12:19     | 12:00 .. 12:19  ann   | 4      closed
            """)
        .leavesNothing();
  }

  @Test
  default void a_session_made_of_two_counts_the_views_of_both(Lab lab) {
    lab.play(lesson(), BRIDGE)
        .shows(
            """
            at     | window          user  | views  status
            12:09  | 12:00 .. 12:25  ann   | 5      open
            12:09  | 12:00 .. 12:24  bob   | 3      open
            12:25  | 12:00 .. 12:24  bob   | 3      closed
            12:26  | 12:00 .. 12:26  ann   | 6      closed
            """);
  }

  @Test
  default void views_that_a_row_has_counted_do_not_count_towards_the_next(Lab lab) {
    lab.play(lesson(), AFTER_A_ROW)
        .shows(
            """
            at     | window          user  | views  status
            12:00  | 12:12 .. 12:24  ann   | 3      open
            12:24  | 12:00 .. 12:24  ann   | 6      open
            12:24  | 12:00 .. 12:24  ann   | 6      closed
            """);
  }

  @Test
  default void ten_minutes_are_still_one_session(Lab lab) {
    lab.play(lesson(), TOUCH)
        .shows(
            """
            at            | window                        user  | views  status
            12:20         | 12:00 .. 12:20                ann   | 2      closed
            12:30:00.001  | 12:20:00.001 .. 12:30:00.001  ann   | 1      closed
            """);
  }

  @Test
  default void a_session_that_does_not_grow_counts_as_well(Lab lab) {
    lab.play(lesson(), SAME_MOMENT)
        .shows(
            """
            at     | window          user  | views  status
            12:01  | 12:00 .. 12:10  ann   | 3      open
            12:10  | 12:00 .. 12:10  ann   | 3      closed
            """);
  }

  @Test
  default void every_user_has_sessions_of_their_own(Lab lab) {
    lab.play(lesson(), TWO_VISITORS)
        .shows(
            """
            at     | window          user  | views  status
            12:11  | 12:00 .. 12:11  ann   | 2      closed
            12:15  | 12:05 .. 12:15  bob   | 1      closed
            12:32  | 12:20 .. 12:32  bob   | 3      open
            12:32  | 12:20 .. 12:32  bob   | 3      closed
            """);
  }

  @Test
  default void the_next_session_counts_from_nothing(Lab lab) {
    lab.play(lesson(), COMES_BACK)
        .shows(
            """
            at     | window          user  | views  status
            12:11  | 12:00 .. 12:11  ann   | 2      closed
            12:31  | 12:20 .. 12:31  ann   | 2      closed
            """);
  }

  @Test
  default void two_sessions_of_a_user_may_be_open_at_once(Lab lab) {
    lab.play(lesson(), TWO_AT_ONCE)
        .shows(
            """
            at     | window          user  | views  status
            12:03  | 12:00 .. 12:12  ann   | 3      open
            12:12  | 12:20 .. 12:32  ann   | 3      open
            12:12  | 12:00 .. 12:12  ann   | 3      closed
            12:33  | 12:20 .. 12:33  ann   | 4      closed
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_session_is_open(Lab lab) {
    lab.play(lesson(), LATE_VISIT)
        .shows(
            """
            at            | window          user  | views  status
            12:17:59.999  | 12:00 .. 12:18  ann   | 3      open
            12:18         | 12:00 .. 12:18  ann   | 3      closed
            """);
  }

  @Test
  default void a_late_view_counts_if_it_touches_an_open_session(Lab lab) {
    lab.play(lesson(), LATE_BEGINNING)
        .shows(
            """
            at            | window          user  | views  status
            12:21:59.999  | 12:04 .. 12:22  ann   | 3      open
            12:22         | 12:04 .. 12:22  ann   | 3      closed
            """);
  }

  @Test
  default void a_morning_of_visits_adds_up(Lab lab) {
    lab.play(lesson(), VISITS).shows(SessionFirings.progress(VISITS)).survivesFailure();
  }
}
