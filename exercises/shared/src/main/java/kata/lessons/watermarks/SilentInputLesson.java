package kata.lessons.watermarks;

import static kata.datasets.scenarios.OutOfOrderScenarios.BEFORE_1970;
import static kata.datasets.scenarios.SilenceScenarios.ALL_SILENT;
import static kata.datasets.scenarios.SilenceScenarios.COMES_BACK;
import static kata.datasets.scenarios.SilenceScenarios.FAR_BEHIND;
import static kata.datasets.scenarios.SilenceScenarios.NEVER_SPOKE;
import static kata.datasets.scenarios.SilenceScenarios.PAUSE;
import static kata.datasets.scenarios.SilenceScenarios.SILENT;
import static kata.datasets.scenarios.SilenceScenarios.SLOWEST_COUNTS;
import static kata.datasets.scenarios.SilenceScenarios.THREE_PARTITIONS;

import java.time.Duration;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Do not let a partition that has fallen silent hold back all the others.
 *
 * <p>The stories leave open from when on the five minutes count, from the last event or from the
 * first time that a generator is asked in vain: at each step a partition has been silent for five
 * minutes at most by both, or for more by both.
 */
@ExtendWith(LessonExtension.class)
public interface SilentInputLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_slowest_partition_sets_the_clock(Lab lab) {
    Play play = lab.play(lesson(), SLOWEST_COUNTS);
    play.showsOn(
        "watermark",
        """
        at        | after                              | watermark
        12:06:30  | p0 12:06:20 /home                  | none
        12:06:40  | p1 12:03 /home, p1 12:02:30 /home  | 12:01:59.999
        12:07     | p1 12:05:59.999 /home              | 12:04:59.998
        12:07:10  | p1 12:06 /home                     | 12:04:59.999
        12:07:20  | p1 12:04:59.999 /home              | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:10  | 12:00 .. 12:05  /home  | 2
        end       | 12:05 .. 12:10  /home  | 3
        """);
    play.showsOn(
        "late",
        """
        at        | time          | page
        12:07:20  | 12:04:59.999  | /home
        """);
  }

  @Test
  default void a_partition_that_falls_silent_is_left_out_after_five_minutes(Lab lab) {
    Play play = lab.play(lesson(), SILENT);
    play.showsOn(
        "watermark",
        """
        at        | after              | watermark
        12:01     | p0 12:00:30 /home  | none
        12:01:10  | p1 12:01 /home     | 11:59:29.999
        12:04     | p0 12:03:50 /home  | 11:59:59.999
        12:06     | p0 12:06 /home     | 11:59:59.999
        12:12     | p0 12:11:50 /home  | 12:10:49.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:12  | 12:00 .. 12:05  /home  | 3
        12:12  | 12:05 .. 12:10  /home  | 1
        end    | 12:10 .. 12:15  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_partition_that_never_spoke_is_left_out_too(Lab lab) {
    Play play = lab.play(lesson(), NEVER_SPOKE);
    play.showsOn(
        "watermark",
        """
        at        | after              | watermark
        12:01     | p0 12:01 /home     | none
        12:04     | p0 12:03:30 /home  | none
        12:05:30  | p0 12:05 /home     | none
        12:08     | p0 12:07:30 /home  | 12:06:29.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:08  | 12:00 .. 12:05  /home  | 2
        end    | 12:05 .. 12:10  /home  | 2
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_partition_that_only_pauses_is_waited_for(Lab lab) {
    Play play = lab.play(lesson(), PAUSE);
    play.showsOn(
        "watermark",
        """
        at        | after              | watermark
        12:05     | p0 12:04:30 /home  | none
        12:05:10  | p1 12:04:40 /home  | 12:03:29.999
        12:07     | p0 12:06:50 /home  | 12:03:39.999
        12:08     | p1 12:04:20 /home  | 12:03:39.999
        12:12     | p0 12:11:50 /home  | 12:03:39.999
        12:13     | p0 12:12:50 /home  | 12:03:39.999
        12:13:10  | p1 12:04:50 /home  | 12:03:49.999
        12:13:20  | p1 12:12 /home     | 12:10:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:13:20  | 12:00 .. 12:05  /home  | 4
        12:13:20  | 12:05 .. 12:10  /home  | 1
        end       | 12:10 .. 12:15  /home  | 3
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_partition_that_comes_back_counts_again(Lab lab) {
    Play play = lab.play(lesson(), COMES_BACK);
    play.showsOn(
        "watermark",
        """
        at        | after              | watermark
        12:01     | p0 12:00:50 /home  | none
        12:01:10  | p1 12:01 /home     | 11:59:49.999
        12:02     | p0 12:01:50 /home  | 11:59:59.999
        12:07:30  | p0 12:07:20 /home  | 12:06:19.999
        12:09:30  | p1 12:04:40 /home  | 12:06:19.999
        12:11     | p0 12:10:50 /home  | 12:06:19.999
        12:11:10  | p1 12:08 /home     | 12:06:59.999
        12:11:20  | p1 12:11:10 /home  | 12:09:49.999
        12:12:10  | p0 12:12 /home     | 12:10:09.999
        12:18     | p0 12:17:50 /home  | 12:16:49.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:30  | 12:00 .. 12:05  /home  | 3
        12:12:10  | 12:05 .. 12:10  /home  | 2
        12:18     | 12:10 .. 12:15  /home  | 3
        end       | 12:15 .. 12:20  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time      | page
        12:09:30  | 12:04:40  | /home
        """);
  }

  @Test
  default void a_partition_that_is_far_behind_is_not_silent(Lab lab) {
    Play play = lab.play(lesson(), FAR_BEHIND);
    play.showsOn(
        "watermark",
        """
        at     | after                           | watermark
        12:20  | p0 12:20 /home, p1 12:01 /home  | 11:59:59.999
        12:22  | p0 12:22 /home, p1 12:03 /home  | 12:01:59.999
        12:24  | p0 12:24 /home, p1 12:06 /home  | 12:04:59.999
        12:26  | p1 12:11 /home                  | 12:09:59.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:24  | 12:00 .. 12:05  /home  | 2
        12:26  | 12:05 .. 12:10  /home  | 1
        end    | 12:10 .. 12:15  /home  | 1
        end    | 12:20 .. 12:25  /home  | 3
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void silence_does_not_move_time(Lab lab) {
    Play play = lab.play(lesson(), ALL_SILENT);
    play.showsOn(
        "watermark",
        """
        at        | after                           | watermark
        12:07:10  | p0 12:07 /home, p1 12:03 /home  | 12:01:59.999
        12:08     | nothing                         | 12:01:59.999
        12:40     | nothing                         | 12:05:59.999
        12:41     | p0 12:41 /home                  | 12:39:59.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:40  | 12:00 .. 12:05  /home  | 1
        12:41  | 12:05 .. 12:10  /home  | 1
        end    | 12:40 .. 12:45  /home  | 1
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
        12:01  | 1969-12-31 23:58 /home  | 1969-12-31 23:56:59.999
        12:02  | 1970-01-01 00:00 /home  | 1969-12-31 23:58:59.999
        12:03  | 1970-01-01 00:02 /home  | 1970-01-01 00:00:59.999
        12:04  | 1970-01-01 00:07 /home  | 1970-01-01 00:05:59.999
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
  default void three_partitions_of_traffic_add_up(Lab lab) {
    WatermarkOracle.slowestPartition(THREE_PARTITIONS, Duration.ofMinutes(1))
        .confirms(lab.play(lesson(), THREE_PARTITIONS));
  }
}
