package kata.lessons.watermarks;

import static kata.datasets.scenarios.MicroBatchScenarios.SAME_BATCH;
import static kata.datasets.scenarios.MicroBatchScenarios.TWENTIES;
import static kata.datasets.scenarios.OutOfOrderScenarios.AT_THE_BOUND;
import static kata.datasets.scenarios.OutOfOrderScenarios.BEFORE_1970;
import static kata.datasets.scenarios.OutOfOrderScenarios.LATE_BUT_OPEN;
import static kata.datasets.scenarios.OutOfOrderScenarios.PATIENCE;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import kata.lessons.MicroBatchOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Wait two minutes for views that arrive out of order, in micro-batches.
 *
 * <p>After each batch the watermark stands two minutes before the newest event so far; during a
 * batch it stands still.
 */
@ExtendWith(LessonExtension.class)
public interface DelayLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_clock_stays_two_minutes_behind_the_newest_view(Lab lab) {
    Play play = lab.play(lesson(), PATIENCE);
    play.showsOn(
        "progress",
        """
        at        | after               | watermark     dropped
        12:01:01  | 12:01 /home         | 11:59         0
        12:05:01  | 12:05 /home         | 12:03         0
        12:05:30  | 12:04 /home         | 12:03         0
        12:07     | 12:06:59.999 /home  | 12:04:59.999  0
        12:07:01  | 12:07 /home         | 12:05         0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:01  | 12:00 .. 12:05  /home  | 2
        """);
  }

  @Test
  default void a_view_that_is_exactly_two_minutes_old_is_in_time(Lab lab) {
    Play play = lab.play(lesson(), AT_THE_BOUND);
    play.showsOn(
        "progress",
        """
        at        | after                     | watermark     dropped
        12:03:01  | 12:03 /home               | 12:01         0
        12:07     | 12:06:59.999 /home        | 12:04:59.999  0
        12:07:01  | 12:04:59.999 /home        | 12:04:59.999  0
        12:07:02  | 12:07 /home               | 12:05         0
        12:07:03  | 12:05 /home, 12:05 /home  | 12:05         0
        12:07:04  | 12:04:59.999 /home        | 12:05         1
        12:12:01  | 12:12 /home               | 12:10         0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:02  | 12:00 .. 12:05  /home  | 2
        12:12:01  | 12:05 .. 12:10  /home  | 4
        """);
  }

  @Test
  default void a_view_behind_the_clock_counts_while_its_window_is_open(Lab lab) {
    Play play = lab.play(lesson(), LATE_BUT_OPEN);
    play.showsOn(
        "progress",
        """
        at        | after           | watermark  dropped
        12:09:01  | 12:09 /home     | 12:07      0
        12:09:10  | 12:05:30 /home  | 12:07      0
        12:09:20  | 12:04:30 /home  | 12:07      1
        12:12:01  | 12:12 /home     | 12:10      0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:12:01  | 12:05 .. 12:10  /home  | 2
        """);
  }

  @Test
  default void the_clock_stands_still_during_a_batch(Lab lab) {
    Play play = lab.play(lesson(), SAME_BATCH);
    play.showsOn(
        "progress",
        """
        at        | after                                   | watermark  dropped
        12:01:10  | 12:01 /home                             | 11:59      0
        12:30:10  | 12:30 /home, 12:02 /home, 12:11 /cart   | 12:28      0
        12:30:20  | 12:03 /home, 12:28 /home                | 12:28      1
        12:37:10  | 12:37 /home                             | 12:35      0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:30:10  | 12:00 .. 12:05  /home  | 2
        12:30:10  | 12:10 .. 12:15  /cart  | 1
        12:37:10  | 12:25 .. 12:30  /home  | 1
        12:37:10  | 12:30 .. 12:35  /home  | 1
        """);
  }

  @Test
  default void the_clock_starts_in_1970(Lab lab) {
    Play play = lab.play(lesson(), BEFORE_1970);
    play.showsOn(
        "progress",
        """
        at     | after                   | watermark         dropped
        12:00  | nothing                 | none              0
        12:01  | 1969-12-31 23:58 /home  | 1970-01-01 00:00  1
        12:02  | 1970-01-01 00:00 /home  | 1970-01-01 00:00  0
        12:03  | 1970-01-01 00:02 /home  | 1970-01-01 00:00  0
        12:04  | 1970-01-01 00:07 /home  | 1970-01-01 00:05  0
        """);
    play.shows(
        """
        at     | window                                page   | views
        12:04  | 1970-01-01 00:00 .. 1970-01-01 00:05  /home  | 2
        """);
  }

  @Test
  default void traffic_in_twenties_adds_up(Lab lab) {
    lab.play(lesson(), TWENTIES)
        .shows(
            MicroBatchOracle.behindNewest(Duration.ofMinutes(2), ClickEvent::eventTime)
                .complete(TWENTIES));
  }
}
