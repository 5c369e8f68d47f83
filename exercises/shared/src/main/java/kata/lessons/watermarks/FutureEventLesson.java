package kata.lessons.watermarks;

import static kata.datasets.scenarios.FutureScenarios.AT_THE_LIMIT;
import static kata.datasets.scenarios.FutureScenarios.FUTURE_FIRST;
import static kata.datasets.scenarios.FutureScenarios.LONG_AGO;
import static kata.datasets.scenarios.FutureScenarios.NEXT_MORNING;
import static kata.datasets.scenarios.FutureScenarios.POISON;
import static kata.datasets.scenarios.FutureScenarios.TEN_MINUTES_AHEAD;
import static kata.datasets.scenarios.FutureScenarios.WRONG_CLOCKS;
import static kata.datasets.scenarios.OutOfOrderScenarios.BEFORE_1970;

import java.time.Duration;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Do not let a view from the future set the clock.
 *
 * <p>The table of late views shows the time that a view claims, the other tables show what was made
 * of it: the arrival, if the claim is more than one minute ahead of it.
 */
@ExtendWith(LessonExtension.class)
public interface FutureEventLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void one_view_from_the_future_does_not_poison_the_clock(Lab lab) {
    Play play = lab.play(lesson(), POISON);
    play.showsOn(
        "watermark",
        """
        at        | after                      | watermark
        12:01:10  | 12:01 /home                | 11:58:59.999
        12:05:20  | 2096-10-02 07:06:40 /home  | 12:03:19.999
        12:05:30  | 12:04 /home                | 12:03:19.999
        12:07:10  | 12:07 /home                | 12:04:59.999
        12:12:10  | 12:12 /home                | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:10  | 12:00 .. 12:05  /home  | 2
        12:12:10  | 12:05 .. 12:10  /home  | 2
        end       | 12:10 .. 12:15  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void the_first_view_is_checked_like_any_other(Lab lab) {
    Play play = lab.play(lesson(), FUTURE_FIRST);
    play.showsOn(
        "watermark",
        """
        at        | after                   | watermark
        12:03:10  | 2024-04-03 12:03 /home  | 12:01:09.999
        12:03:20  | 12:02:30 /home          | 12:01:09.999
        12:08:10  | 12:08 /home             | 12:05:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:08:10  | 12:00 .. 12:05  /home  | 2
        end       | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void exactly_one_minute_ahead_is_believed(Lab lab) {
    Play play = lab.play(lesson(), AT_THE_LIMIT);
    play.showsOn(
        "watermark",
        """
        at        | after               | watermark
        12:03:40  | 12:04:10 /home      | 12:02:09.999
        12:04:10  | 12:05:10 /home      | 12:03:09.999
        12:04:20  | 12:05:20.001 /home  | 12:03:09.999
        12:04:30  | 12:04:30 /home      | 12:03:09.999
        12:08:10  | 12:08 /home         | 12:05:59.999
        12:12:10  | 12:12 /home         | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:08:10  | 12:00 .. 12:05  /home  | 3
        12:12:10  | 12:05 .. 12:10  /home  | 2
        end       | 12:10 .. 12:15  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_device_that_is_ahead_does_not_make_others_late(Lab lab) {
    Play play = lab.play(lesson(), TEN_MINUTES_AHEAD);
    play.showsOn(
        "watermark",
        """
        at        | after           | watermark
        12:03:50  | 12:03:40 /home  | 12:01:39.999
        12:04     | 12:14 /legal    | 12:01:59.999
        12:05:20  | 12:04:50 /home  | 12:02:49.999
        12:06     | 12:16 /legal    | 12:03:59.999
        12:07:10  | 12:07 /home     | 12:04:59.999
        12:13     | 12:12:30 /home  | 12:10:29.999
        """);
    play.shows(
        """
        at        | window          page    | views
        12:07:10  | 12:00 .. 12:05  /home   | 2
        12:07:10  | 12:00 .. 12:05  /legal  | 1
        12:13     | 12:05 .. 12:10  /legal  | 1
        12:13     | 12:05 .. 12:10  /home   | 1
        end       | 12:10 .. 12:15  /home   | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_view_from_long_ago_keeps_its_time(Lab lab) {
    Play play = lab.play(lesson(), LONG_AGO);
    play.showsOn(
        "watermark",
        """
        at     | after                   | watermark
        12:01  | 11:01 /home             | 10:58:59.999
        12:02  | 11:03 /home             | 11:00:59.999
        12:03  | 12:02:50 /home          | 12:00:49.999
        12:04  | 1999-12-31 11:04 /home  | 12:00:49.999
        12:08  | 12:07:30 /home          | 12:05:29.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:03  | 11:00 .. 11:05  /home  | 2
        12:08  | 12:00 .. 12:05  /home  | 1
        end    | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at     | time              | page
        12:04  | 1999-12-31 11:04  | /home
        """);
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
  default void a_jump_of_the_clock_is_believed_if_time_has_passed(Lab lab) {
    Play play = lab.play(lesson(), NEXT_MORNING);
    play.showsOn(
        "watermark",
        """
        at                   | after                   | watermark
        12:01:10             | 12:01 /home             | 11:58:59.999
        2024-03-05 08:01:10  | 2024-03-05 08:01 /home  | 2024-03-05 07:58:59.999
        2024-03-05 08:07:20  | 2024-03-05 08:07 /home  | 2024-03-05 08:04:59.999
        """);
    play.shows(
        """
        at                   | window                                page   | views
        2024-03-05 08:01:10  | 12:00 .. 12:05                        /home  | 1
        2024-03-05 08:07:20  | 2024-03-05 08:00 .. 2024-03-05 08:05  /home  | 1
        end                  | 2024-03-05 08:05 .. 2024-03-05 08:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void traffic_with_wrong_clocks_adds_up(Lab lab) {
    WatermarkOracle.believing(WRONG_CLOCKS, Duration.ofMinutes(1), Duration.ofMinutes(2))
        .confirms(lab.play(lesson(), WRONG_CLOCKS));
  }
}
