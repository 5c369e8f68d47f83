package kata.lessons.watermarks;

import static kata.datasets.scenarios.MicroBatchScenarios.BOTH_SPEAK;
import static kata.datasets.scenarios.MicroBatchScenarios.CATCHES_UP;
import static kata.datasets.scenarios.MicroBatchScenarios.TWO_STREAMS;
import static kata.datasets.scenarios.SilenceScenarios.FAR_BEHIND;
import static kata.datasets.scenarios.SilenceScenarios.NEVER_SPOKE;

import java.time.Duration;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import kata.lessons.MicroBatchOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of two streams together, and lose none of either.
 *
 * <p>Each stream has its own delay, one minute or five, and the watermark of the query is that of
 * the slower stream.
 */
@ExtendWith(LessonExtension.class)
public interface SeveralInputsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_slower_stream_sets_the_clock(Lab lab) {
    Play play = lab.play(lesson(), BOTH_SPEAK);
    play.showsOn(
        "progress",
        """
        at        | after                           | watermark     dropped
        12:05:10  | p0 12:05 /home, p1 12:04 /home  | 11:59         0
        12:06:10  | p0 12:06 /home                  | 11:59         0
        12:10     | p1 12:09:59.999 /home           | 12:04:59.999  0
        12:10:05  | p1 12:04:59.999 /home           | 12:04:59.999  0
        12:10:10  | p1 12:10 /home                  | 12:05         0
        12:10:20  | p1 12:04:59.999 /home           | 12:05         1
        12:16:10  | p1 12:16 /home                  | 12:05         0
        12:16:20  | p0 12:11 /home                  | 12:10         0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:10:10  | 12:00 .. 12:05  /home  | 2
        12:16:20  | 12:05 .. 12:10  /home  | 3
        """);
  }

  @Test
  default void a_stream_that_catches_up_loses_nothing(Lab lab) {
    Play play = lab.play(lesson(), CATCHES_UP);
    play.showsOn(
        "progress",
        """
        at        | after                                              | watermark         dropped
        12:31:10  | p0 12:31 /home                                     | 1970-01-01 00:00  0
        12:31:20  | p1 12:01 /home                                     | 11:56             0
        12:31:30  | p1 12:11 /home, p1 12:07 /home, p1 12:07 /home  | 12:06             0
        12:31:40  | p1 12:31 /home                                     | 12:26             0
        12:31:50  | p0 12:25:30 /home, p1 12:26 /home                  | 12:26             0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:31:30  | 12:00 .. 12:05  /home  | 1
        12:31:40  | 12:05 .. 12:10  /home  | 2
        12:31:40  | 12:10 .. 12:15  /home  | 1
        """);
  }

  @Test
  default void a_stream_that_is_far_behind_is_waited_for(Lab lab) {
    Play play = lab.play(lesson(), FAR_BEHIND);
    play.showsOn(
        "progress",
        """
        at     | after                           | watermark  dropped
        12:20  | p0 12:20 /home, p1 12:01 /home  | 11:56      0
        12:22  | p0 12:22 /home, p1 12:03 /home  | 11:58      0
        12:24  | p0 12:24 /home, p1 12:06 /home  | 12:01      0
        12:26  | p1 12:11 /home                  | 12:06      0
        """);
    play.shows(
        """
        at     | window          page   | views
        12:26  | 12:00 .. 12:05  /home  | 2
        """);
  }

  @Test
  default void a_stream_that_never_speaks_holds_everything_back(Lab lab) {
    Play play = lab.play(lesson(), NEVER_SPOKE);
    play.showsOn(
        "progress",
        """
        at        | after              | watermark         dropped
        12:01     | p0 12:01 /home     | 1970-01-01 00:00  0
        12:04     | p0 12:03:30 /home  | 1970-01-01 00:00  0
        12:05:30  | p0 12:05 /home     | 1970-01-01 00:00  0
        12:08     | p0 12:07:30 /home  | 1970-01-01 00:00  0
        """);
    play.shows("at | window  page | views");
  }

  @Test
  default void traffic_from_two_streams_adds_up(Lab lab) {
    lab.play(lesson(), TWO_STREAMS)
        .shows(
            MicroBatchOracle.slowestStream(
                    TWO_STREAMS, Duration.ofMinutes(1), Duration.ofMinutes(5))
                .complete(TWO_STREAMS));
  }
}
