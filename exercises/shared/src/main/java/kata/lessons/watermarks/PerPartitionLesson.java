package kata.lessons.watermarks;

import static kata.datasets.scenarios.OutOfOrderScenarios.BEFORE_1970;
import static kata.datasets.scenarios.PartitionScenarios.IN_BLOCKS;
import static kata.datasets.scenarios.PartitionScenarios.IN_TURN;
import static kata.datasets.scenarios.PartitionScenarios.LAST_PARTITION;
import static kata.datasets.scenarios.PartitionScenarios.ONE_BY_ONE;
import static kata.datasets.scenarios.PartitionScenarios.OUT_OF_LINE;
import static kata.datasets.scenarios.PartitionScenarios.SAME_TIME;

import java.time.Duration;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Put the watermark strategy where each partition has a clock of its own.
 *
 * <p>In each partition the views are in order, so that the watermark stands one millisecond before
 * the newest view of the slowest partition. Whoever breaks the promise of the order is late.
 */
@ExtendWith(LessonExtension.class)
public interface PerPartitionLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_partition_that_is_read_later_is_not_late(Lab lab) {
    Play play = lab.play(lesson(), ONE_BY_ONE);
    play.showsOn(
        "watermark",
        """
        at     | after                           | watermark
        12:21  | p0 12:01 /home, p0 12:06 /home  | none
        12:22  | p0 12:11 /home                  | none
        12:23  | p1 12:01 /home, p1 12:06 /home  | 12:05:59.999
        12:24  | p1 12:11 /home                  | 12:10:59.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:23  | 12:00 .. 12:05  /home  | 2
        12:24  | 12:05 .. 12:10  /home  | 2
        end    | 12:10 .. 12:15  /home  | 2
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void the_slower_of_two_partitions_sets_the_clock(Lab lab) {
    Play play = lab.play(lesson(), IN_TURN);
    play.showsOn(
        "watermark",
        """
        at        | after            | watermark
        12:04:10  | p0 12:04 /home   | none
        12:04:20  | p1 12:00 /legal  | 11:59:59.999
        12:06:10  | p0 12:06 /home   | 11:59:59.999
        12:06:20  | p1 12:02 /legal  | 12:01:59.999
        12:09:10  | p0 12:09 /home   | 12:01:59.999
        12:09:20  | p1 12:05 /legal  | 12:04:59.999
        12:14:10  | p0 12:14 /home   | 12:04:59.999
        12:14:20  | p1 12:10 /legal  | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page    | views
        12:09:20  | 12:00 .. 12:05  /home   | 1
        12:09:20  | 12:00 .. 12:05  /legal  | 2
        12:14:20  | 12:05 .. 12:10  /home   | 2
        12:14:20  | 12:05 .. 12:10  /legal  | 1
        end       | 12:10 .. 12:15  /home   | 1
        end       | 12:10 .. 12:15  /legal  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void views_of_the_same_time_are_in_order(Lab lab) {
    Play play = lab.play(lesson(), SAME_TIME);
    play.showsOn(
        "watermark",
        """
        at        | after                  | watermark
        12:06     | p0 12:06 /home         | none
        12:06:10  | p1 12:04:59.999 /home  | 12:04:59.998
        12:06:20  | p1 12:04:59.999 /home  | 12:04:59.998
        12:06:30  | p1 12:05 /home         | 12:04:59.999
        12:06:40  | p1 12:05 /home         | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:06:30  | 12:00 .. 12:05  /home  | 2
        end       | 12:05 .. 12:10  /home  | 3
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void an_old_view_of_a_quick_partition_is_late_when_its_window_is_past(Lab lab) {
    Play play = lab.play(lesson(), OUT_OF_LINE);
    play.showsOn(
        "watermark",
        """
        at        | after              | watermark
        12:07:10  | p0 12:07 /home     | none
        12:07:20  | p1 12:03 /home     | 12:02:59.999
        12:07:30  | p0 12:04 /home     | 12:02:59.999
        12:07:40  | p1 12:06 /home     | 12:05:59.999
        12:07:50  | p0 12:04:30 /home  | 12:05:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:07:40  | 12:00 .. 12:05  /home  | 2
        end       | 12:05 .. 12:10  /home  | 2
        """);
    play.showsOn(
        "late",
        """
        at        | time      | page
        12:07:50  | 12:04:30  | /home
        """);
  }

  @Test
  default void the_last_partition_to_speak_opens_several_windows(Lab lab) {
    Play play = lab.play(lesson(), LAST_PARTITION);
    play.showsOn(
        "watermark",
        """
        at        | after           | watermark
        12:21:10  | p0 12:21 /home  | none
        12:29:20  | p1 12:16 /home  | none
        12:29:30  | p2 12:03 /home  | 12:02:59.999
        12:29:40  | p2 12:08 /home  | 12:07:59.999
        12:29:50  | p2 12:22 /home  | 12:15:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:29:40  | 12:00 .. 12:05  /home  | 1
        12:29:50  | 12:05 .. 12:10  /home  | 1
        end       | 12:15 .. 12:20  /home  | 1
        end       | 12:20 .. 12:25  /home  | 2
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
        12:01  | 1969-12-31 23:58 /home  | 1969-12-31 23:57:59.999
        12:02  | 1970-01-01 00:00 /home  | 1969-12-31 23:59:59.999
        12:03  | 1970-01-01 00:02 /home  | 1970-01-01 00:01:59.999
        12:04  | 1970-01-01 00:07 /home  | 1970-01-01 00:06:59.999
        """);
    play.shows(
        """
        at     | window                                page   | views
        12:02  | 1969-12-31 23:55 .. 1970-01-01 00:00  /home  | 1
        12:04  | 1970-01-01 00:00 .. 1970-01-01 00:05  /home  | 2
        end    | 1970-01-01 00:05 .. 1970-01-01 00:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void blocks_of_traffic_add_up_and_nothing_is_late(Lab lab) {
    WatermarkOracle.slowestPartition(IN_BLOCKS, Duration.ZERO)
        .confirms(lab.play(lesson(), IN_BLOCKS));
  }
}
