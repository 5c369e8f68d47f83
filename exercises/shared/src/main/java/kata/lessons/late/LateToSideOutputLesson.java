package kata.lessons.late;

import static kata.datasets.scenarios.LateScenarios.ALL_PAST;
import static kata.datasets.scenarios.LateScenarios.EXACTLY;
import static kata.datasets.scenarios.LateScenarios.IN_TIME;
import static kata.datasets.scenarios.LateScenarios.PARTLY;
import static kata.datasets.scenarios.LateScenarios.TRAFFIC;
import static kata.datasets.scenarios.LateScenarios.TWICE;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in the last ten minutes, every five, and put aside what is too late.
 *
 * <p>A view is too late when every window in which it lies is past. It goes to the side output
 * {@code late}, once; every other view is counted in those of its windows that are open.
 */
@ExtendWith(LessonExtension.class)
public interface LateToSideOutputLesson {

  /** Name of the side output. */
  String LATE = "late";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void without_late_views_nothing_goes_to_the_side(Lab lab) {
    Play play = lab.play(lesson(), IN_TIME);
    play.shows(
        """
        at     | window          page   | views
        12:05  | 11:55 .. 12:05  /cart  | 1
        12:05  | 11:55 .. 12:05  /home  | 2
        12:10  | 12:00 .. 12:10  /cart  | 1
        12:10  | 12:00 .. 12:10  /home  | 4
        12:15  | 12:05 .. 12:15  /home  | 2
        """);
    play.showsOn(
        LATE,
        """
        at  | event id  | page  event time
        """);
  }

  @Test
  default void a_view_that_still_has_an_open_window_is_counted_there(Lab lab) {
    Play play = lab.play(lesson(), PARTLY);
    play.shows(
        """
        at     | window          page   | views
        12:08  | 11:55 .. 12:05  /home  | 1
        12:10  | 12:00 .. 12:10  /home  | 2
        """);
    play.showsOn(
        LATE,
        """
        at  | event id  | page  event time
        """);
    play.leavesNothing();
  }

  @Test
  default void a_view_goes_to_the_side_when_all_its_windows_are_past(Lab lab) {
    Play play = lab.play(lesson(), ALL_PAST);
    play.shows(
        """
        at     | window          page   | views
        12:11  | 11:55 .. 12:05  /home  | 1
        12:11  | 12:00 .. 12:10  /cart  | 1
        12:11  | 12:00 .. 12:10  /home  | 1
        12:20  | 12:05 .. 12:15  /cart  | 1
        """);
    play.showsOn(
        LATE,
        """
        at     | event id  | page   event time
        12:20  | e3        | /home  12:03
        """);
  }

  @Test
  default void a_millisecond_decides_whether_a_window_is_past(Lab lab) {
    Play play = lab.play(lesson(), EXACTLY);
    play.shows(
        """
        at     | window          page   | views
        12:10  | 12:00 .. 12:10  /cart  | 1
        12:10  | 12:00 .. 12:10  /home  | 1
        12:15  | 12:05 .. 12:15  /home  | 2
        """);
    play.showsOn(
        LATE,
        """
        at     | event id  | page   event time
        12:15  | e3        | /home  12:04:59.999
        """);
  }

  @Test
  default void every_view_that_is_too_late_goes_to_the_side_once(Lab lab) {
    Play play = lab.play(lesson(), TWICE);
    play.shows(
        """
        at     | window          page    | views
        12:16  | 11:55 .. 12:05  /home   | 1
        12:16  | 12:00 .. 12:10  /home   | 1
        12:31  | 12:10 .. 12:20  /legal  | 1
        12:31  | 12:15 .. 12:25  /home   | 1
        12:31  | 12:20 .. 12:30  /home   | 1
        """);
    play.showsOn(
        LATE,
        """
        at     | event id  | page    event time
        12:31  | e3        | /legal  12:02
        12:31  | e4        | /home   12:02
        12:31  | e6        | /home   12:03
        """);
    play.leavesNothing();
  }

  @Test
  default void every_view_of_half_an_hour_is_counted_or_put_aside(Lab lab) {
    Play play = lab.play(lesson(), TRAFFIC);
    play.shows(LateOracle.slidingViews(TRAFFIC));
    play.showsOn(LATE, LateOracle.tooLate(TRAFFIC));
    play.survivesFailure();
  }
}
