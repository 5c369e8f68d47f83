package kata.lessons.watermarks;

import static kata.datasets.scenarios.MicroBatchScenarios.TWO_STREAMS;
import static kata.datasets.scenarios.OutOfOrderScenarios.AT_THE_BOUND;
import static kata.datasets.scenarios.SilenceScenarios.FAR_BEHIND;
import static kata.datasets.scenarios.SilenceScenarios.NEVER_SPOKE;
import static kata.datasets.scenarios.SilenceScenarios.SILENT;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import kata.lessons.MicroBatchOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Do not let a stream that has fallen silent hold back the other.
 *
 * <p>The watermark of the query stands two minutes before the newest view of either stream. The
 * price: what a stream brings that is further behind comes too late.
 */
@ExtendWith(LessonExtension.class)
public interface FastestInputLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_stream_that_falls_silent_holds_nobody_back(Lab lab) {
    Play play = lab.play(lesson(), SILENT);
    play.showsOn(
        "progress",
        """
        at        | after              | watermark  dropped
        12:01     | p0 12:00:30 /home  | 11:58:30   0
        12:01:10  | p1 12:01 /home     | 11:59      0
        12:04     | p0 12:03:50 /home  | 12:01:50   0
        12:06     | p0 12:06 /home     | 12:04      0
        12:12     | p0 12:11:50 /home  | 12:09:50   0
        """);
    play.shows(
        """
        at     | window          page   | views
        12:12  | 12:00 .. 12:05  /home  | 3
        """);
  }

  @Test
  default void a_stream_that_never_speaks_holds_nobody_back(Lab lab) {
    Play play = lab.play(lesson(), NEVER_SPOKE);
    play.showsOn(
        "progress",
        """
        at        | after              | watermark  dropped
        12:01     | p0 12:01 /home     | 11:59      0
        12:04     | p0 12:03:30 /home  | 12:01:30   0
        12:05:30  | p0 12:05 /home     | 12:03      0
        12:08     | p0 12:07:30 /home  | 12:05:30   0
        """);
    play.shows(
        """
        at     | window          page   | views
        12:08  | 12:00 .. 12:05  /home  | 2
        """);
  }

  @Test
  default void a_stream_that_is_behind_comes_too_late(Lab lab) {
    Play play = lab.play(lesson(), FAR_BEHIND);
    play.showsOn(
        "progress",
        """
        at     | after                           | watermark  dropped
        12:20  | p0 12:20 /home, p1 12:01 /home  | 12:18      0
        12:22  | p0 12:22 /home, p1 12:03 /home  | 12:20      1
        12:24  | p0 12:24 /home, p1 12:06 /home  | 12:22      1
        12:26  | p1 12:11 /home                  | 12:22      1
        """);
    play.shows(
        """
        at     | window          page   | views
        12:20  | 12:00 .. 12:05  /home  | 1
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
  default void traffic_from_two_streams_adds_up(Lab lab) {
    lab.play(lesson(), TWO_STREAMS)
        .shows(
            MicroBatchOracle.behindNewest(Duration.ofMinutes(2), ClickEvent::eventTime)
                .complete(TWO_STREAMS));
  }
}
