package kata.lessons.watermarks;

import static kata.datasets.scenarios.OutOfOrderScenarios.AT_THE_BOUND;
import static kata.datasets.scenarios.OutOfOrderScenarios.BEFORE_1970;
import static kata.datasets.scenarios.OutOfOrderScenarios.HALF_HOUR;
import static kata.datasets.scenarios.OutOfOrderScenarios.JUMP;
import static kata.datasets.scenarios.OutOfOrderScenarios.LATE_BUT_OPEN;
import static kata.datasets.scenarios.OutOfOrderScenarios.NEWEST_FIRST;
import static kata.datasets.scenarios.OutOfOrderScenarios.PATIENCE;
import static kata.datasets.scenarios.OutOfOrderScenarios.STANDSTILL;
import static kata.datasets.scenarios.OutOfOrderScenarios.TWO_PAGES;

import java.time.Duration;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Wait two minutes for views that arrive out of order.
 *
 * <p>After each step the watermark stands two minutes and one millisecond before the newest event,
 * because a watermark says that nothing as old as itself is expected any more. Whether it moves
 * with each event or when it is asked makes no difference to these stories.
 */
@ExtendWith(LessonExtension.class)
public interface BoundedOutOfOrdernessLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_clock_stays_two_minutes_behind_the_newest_view(Lab lab) {
    Play play = lab.play(lesson(), PATIENCE);
    play.showsOn(
        "watermark",
        """
        at        | after               | watermark
        12:01:01  | 12:01 /home         | 11:58:59.999
        12:05:01  | 12:05 /home         | 12:02:59.999
        12:05:30  | 12:04 /home         | 12:02:59.999
        12:07     | 12:06:59.999 /home  | 12:04:59.998
        12:07:01  | 12:07 /home         | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:01  | 12:00 .. 12:05  /home  | 2
        end       | 12:05 .. 12:10  /home  | 3
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_view_that_is_exactly_two_minutes_old_is_in_time(Lab lab) {
    Play play = lab.play(lesson(), AT_THE_BOUND);
    play.showsOn(
        "watermark",
        """
        at        | after                     | watermark
        12:03:01  | 12:03 /home               | 12:00:59.999
        12:07     | 12:06:59.999 /home        | 12:04:59.998
        12:07:01  | 12:04:59.999 /home        | 12:04:59.998
        12:07:02  | 12:07 /home               | 12:04:59.999
        12:07:03  | 12:05 /home, 12:05 /home  | 12:04:59.999
        12:07:04  | 12:04:59.999 /home        | 12:04:59.999
        12:12:01  | 12:12 /home               | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:02  | 12:00 .. 12:05  /home  | 2
        12:12:01  | 12:05 .. 12:10  /home  | 4
        end       | 12:10 .. 12:15  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time          | page
        12:07:04  | 12:04:59.999  | /home
        """);
  }

  @Test
  default void a_view_behind_the_clock_counts_while_its_window_is_open(Lab lab) {
    Play play = lab.play(lesson(), LATE_BUT_OPEN);
    play.showsOn(
        "watermark",
        """
        at        | after           | watermark
        12:09:01  | 12:09 /home     | 12:06:59.999
        12:09:10  | 12:05:30 /home  | 12:06:59.999
        12:09:20  | 12:04:30 /home  | 12:06:59.999
        12:12:01  | 12:12 /home     | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:12:01  | 12:05 .. 12:10  /home  | 2
        end       | 12:10 .. 12:15  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time      | page
        12:09:20  | 12:04:30  | /home
        """);
  }

  @Test
  default void a_page_that_is_behind_has_no_clock_of_its_own(Lab lab) {
    Play play = lab.play(lesson(), TWO_PAGES);
    play.showsOn(
        "watermark",
        """
        at        | after            | watermark
        12:04:10  | 12:04 /home      | 12:01:59.999
        12:04:20  | 12:02:30 /legal  | 12:01:59.999
        12:07:10  | 12:07 /home      | 12:04:59.999
        12:07:20  | 12:04:10 /legal  | 12:04:59.999
        12:07:30  | 12:06 /legal     | 12:04:59.999
        12:12:10  | 12:12 /home      | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page    | views
        12:07:10  | 12:00 .. 12:05  /home   | 1
        12:07:10  | 12:00 .. 12:05  /legal  | 1
        12:12:10  | 12:05 .. 12:10  /home   | 1
        12:12:10  | 12:05 .. 12:10  /legal  | 1
        end       | 12:10 .. 12:15  /home   | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time      | page
        12:07:20  | 12:04:10  | /legal
        """);
  }

  @Test
  default void the_newest_view_decides_and_not_the_last(Lab lab) {
    Play play = lab.play(lesson(), NEWEST_FIRST);
    play.showsOn(
        "watermark",
        """
        at        | after                                         | watermark
        12:08:10  | 12:08 /home, 12:06:30 /home                   | 12:05:59.999
        12:11:40  | 12:11:30 /home, 12:11 /home, 12:10:30 /home   | 12:09:29.999
        12:12:10  | 12:12 /home                                   | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:12:10  | 12:05 .. 12:10  /home  | 2
        end       | 12:10 .. 12:15  /home  | 4
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void there_is_no_watermark_before_the_first_event(Lab lab) {
    Play play = lab.play(lesson(), BEFORE_1970);
    play.showsOn(
        "watermark",
        """
        at     | after                   | watermark
        12:00  | nothing                 | none
        12:01  | 1969-12-31 23:58 /home  | 1969-12-31 23:55:59.999
        12:02  | 1970-01-01 00:00 /home  | 1969-12-31 23:57:59.999
        12:03  | 1970-01-01 00:02 /home  | 1969-12-31 23:59:59.999
        12:04  | 1970-01-01 00:07 /home  | 1970-01-01 00:04:59.999
        """);
    play.shows(
        """
        at     | window                                page   | views
        12:03  | 1969-12-31 23:55 .. 1970-01-01 00:00  /home  | 1
        12:04  | 1970-01-01 00:00 .. 1970-01-01 00:05  /home  | 2
        end    | 1970-01-01 00:05 .. 1970-01-01 00:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void one_view_may_close_several_windows(Lab lab) {
    Play play = lab.play(lesson(), JUMP);
    play.showsOn(
        "watermark",
        """
        at        | after           | watermark
        12:01:10  | 12:01 /home     | 11:58:59.999
        12:06:10  | 12:06 /home     | 12:03:59.999
        12:06:20  | 12:04:20 /home  | 12:03:59.999
        12:30:10  | 12:30 /home     | 12:27:59.999
        12:30:20  | 12:06:30 /home  | 12:27:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:30:10  | 12:00 .. 12:05  /home  | 2
        12:30:10  | 12:05 .. 12:10  /home  | 1
        end       | 12:30 .. 12:35  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time      | page
        12:30:20  | 12:06:30  | /home
        """);
  }

  @Test
  default void only_events_move_the_clock(Lab lab) {
    Play play = lab.play(lesson(), STANDSTILL);
    play.showsOn(
        "watermark",
        """
        at        | after        | watermark
        12:03:10  | 12:03 /home  | 12:00:59.999
        12:07:10  | 12:07 /home  | 12:04:59.999
        12:30     | nothing      | 12:04:59.999
        13:30     | nothing      | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:10  | 12:00 .. 12:05  /home  | 1
        end       | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_half_hour_of_traffic_adds_up(Lab lab) {
    WatermarkOracle.slowestPartition(HALF_HOUR, Duration.ofMinutes(2))
        .confirms(lab.play(lesson(), HALF_HOUR));
  }
}
