package kata.lessons.late;

import static kata.datasets.scenarios.LateScenarios.BOUNDARY;
import static kata.datasets.scenarios.LateScenarios.CORRECTED;
import static kata.datasets.scenarios.LateScenarios.IN_TIME;
import static kata.datasets.scenarios.LateScenarios.LOSSES;
import static kata.datasets.scenarios.LateScenarios.PUT_TOGETHER;
import static kata.datasets.scenarios.LateScenarios.STILL_OPEN;
import static kata.datasets.scenarios.LateScenarios.TWO_SPEEDS;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page in windows of five minutes, and how many late rows are dropped.
 *
 * <p>A row is dropped when the watermark had reached the end of its window before the micro-batch
 * began. What counts as a row is what is left when the views of one window and page that came in
 * one micro-batch have been put together.
 */
@ExtendWith(LessonExtension.class)
public interface LateRowsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void nothing_is_dropped_when_nothing_is_late(Lab lab) {
    Play play = lab.play(lesson(), IN_TIME);
    play.shows(
        """
        at     | window          page   | views
        12:05  | 12:00 .. 12:05  /cart  | 1
        12:05  | 12:00 .. 12:05  /home  | 2
        12:10  | 12:05 .. 12:10  /home  | 2
        """);
    play.showsOn(
        "dropped",
        """
        at     | after        | dropped
        12:05  | 4 events     | 0
        12:10  | 12:05 /home  | 0
        12:15  | nothing      | 0
        """);
  }

  @Test
  default void a_view_behind_the_watermark_counts_while_its_window_is_open(Lab lab) {
    Play play = lab.play(lesson(), STILL_OPEN);
    play.shows(
        """
        at     | window          page   | views
        12:05  | 12:00 .. 12:05  /home  | 2
        """);
    play.showsOn(
        "dropped",
        """
        at            | after        | dropped
        12:04:59.999  | 12:01 /home  | 0
        12:05         | 12:02 /home  | 0
        12:07         | nothing      | 0
        """);
  }

  @Test
  default void two_late_views_of_one_page_are_one_dropped_row(Lab lab) {
    Play play = lab.play(lesson(), CORRECTED);
    play.shows(
        """
        at     | window          page   | views
        12:05  | 12:00 .. 12:05  /home  | 1
        """);
    play.showsOn(
        "dropped",
        """
        at     | after                     | dropped
        12:05  | 12:01 /home               | 0
        12:06  | 12:02 /home, 12:02 /home  | 1
        12:07  | nothing                   | 0
        """);
  }

  @Test
  default void the_end_of_the_window_decides_and_not_the_age_of_the_view(Lab lab) {
    Play play = lab.play(lesson(), BOUNDARY);
    play.shows(
        """
        at     | window          page   | views
        12:06  | 12:00 .. 12:05  /home  | 1
        12:10  | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn(
        "dropped",
        """
        at     | after                            | dropped
        12:06  | 12:01 /home                      | 0
        12:10  | 12:04:59.999 /home, 12:05 /home  | 1
        12:12  | nothing                          | 0
        """);
  }

  @Test
  default void views_of_different_pages_are_different_rows(Lab lab) {
    Play play = lab.play(lesson(), TWO_SPEEDS);
    play.shows(
        """
        at        | window          page    | views
        12:06:30  | 12:00 .. 12:05  /home   | 1
        12:06:30  | 12:00 .. 12:05  /legal  | 1
        12:10     | 12:05 .. 12:10  /home   | 1
        12:10     | 12:05 .. 12:10  /legal  | 1
        12:15     | 12:10 .. 12:15  /home   | 1
        """);
    play.showsOn(
        "dropped",
        """
        at        | after                                   | dropped
        12:06:30  | 12:01 /home, 12:07 /home, 12:02 /legal  | 0
        12:10     | 12:03 /legal, 12:08 /legal              | 1
        12:15     | 12:04 /legal, 12:09 /home, 12:11 /home  | 2
        """);
  }

  @Test
  default void five_late_views_of_three_groups_are_three_rows(Lab lab) {
    Play play = lab.play(lesson(), PUT_TOGETHER);
    play.shows(
        """
        at     | window          page   | views
        12:11  | 12:00 .. 12:05  /home  | 1
        12:11  | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn(
        "dropped",
        """
        at     | after                     | dropped
        12:11  | 12:01 /home, 12:06 /home  | 0
        12:12  | 5 events                  | 3
        12:15  | 12:03 /home               | 1
        """);
  }

  @Test
  default void a_quarter_of_an_hour_of_traffic_adds_up(Lab lab) {
    Play play = lab.play(lesson(), LOSSES);
    play.shows(LateOracle.tumblingViews(LOSSES));
    play.showsOn("dropped", LateOracle.droppedGroups(LOSSES));
  }
}
