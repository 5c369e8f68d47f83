package kata.lessons.watermarks;

import static kata.datasets.scenarios.MicroBatchScenarios.FAST_PHONES;
import static kata.datasets.scenarios.MicroBatchScenarios.LATE_DESKTOP;
import static kata.datasets.scenarios.MicroBatchScenarios.LATE_PHONE;
import static kata.datasets.scenarios.MicroBatchScenarios.PHONES_FAST;
import static kata.datasets.scenarios.MicroBatchScenarios.SUMMER;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import kata.lessons.MicroBatchOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Correct the clocks of phones, and let the watermark follow the corrected time.
 *
 * <p>Counts are shown when they change, so that a watermark in the wrong place raises no error: it
 * shows in what is dropped, and in what is not.
 */
@ExtendWith(LessonExtension.class)
public interface WatermarkPlaceLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_clock_follows_the_corrected_time(Lab lab) {
    Play play = lab.play(lesson(), FAST_PHONES);
    play.showsOn(
        "progress",
        """
        at        | after                     | watermark  dropped
        12:01:10  | 12:01 /home, 13:01 /home  | 11:59      0
        12:05:10  | 13:05 /home               | 12:03      0
        12:07:10  | 12:07 /home               | 12:05      0
        12:07:20  | 13:06 /home               | 12:05      0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:01:10  | 12:00 .. 12:05  /home  | 2
        12:05:10  | 12:05 .. 12:10  /home  | 1
        12:07:10  | 12:05 .. 12:10  /home  | 2
        12:07:20  | 12:05 .. 12:10  /home  | 3
        """);
  }

  @Test
  default void a_phone_is_late_by_its_corrected_time(Lab lab) {
    Play play = lab.play(lesson(), LATE_PHONE);
    play.showsOn(
        "progress",
        """
        at        | after                            | watermark     dropped
        12:02:10  | 13:02 /home                      | 12:00         0
        12:07:10  | 12:06:59.999 /home               | 12:04:59.999  0
        12:07:20  | 13:04:59.999 /home               | 12:04:59.999  0
        12:07:30  | 12:07 /cart                      | 12:05         0
        12:07:40  | 13:04:59.999 /home, 13:05 /home  | 12:05         1
        """);
    play.shows(
        """
        at        | window          page   | views
        12:02:10  | 12:00 .. 12:05  /home  | 1
        12:07:10  | 12:05 .. 12:10  /home  | 1
        12:07:20  | 12:00 .. 12:05  /home  | 2
        12:07:30  | 12:05 .. 12:10  /cart  | 1
        12:07:40  | 12:05 .. 12:10  /home  | 2
        """);
  }

  @Test
  default void phones_and_others_share_one_clock(Lab lab) {
    Play play = lab.play(lesson(), LATE_DESKTOP);
    play.showsOn(
        "progress",
        """
        at        | after               | watermark     dropped
        12:01:10  | 12:01 /cart         | 11:59         0
        12:12:10  | 13:12:00.600 /cart  | 12:10:00.600  0
        12:12:20  | 12:03 /cart         | 12:10:00.600  1
        12:12:30  | 12:10 /cart         | 12:10:00.600  0
        13:12:40  | 13:12:30 /cart      | 12:10:30      0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:01:10  | 12:00 .. 12:05  /cart  | 1
        12:12:10  | 12:10 .. 12:15  /cart  | 1
        12:12:30  | 12:10 .. 12:15  /cart  | 2
        13:12:40  | 12:10 .. 12:15  /cart  | 3
        """);
  }

  @Test
  default void an_hour_is_an_hour_in_summer_as_well(Lab lab) {
    lab.play(lesson(), SUMMER)
        .shows(
            """
            at                   | window                               page   | views
            2024-07-01 12:01:10  | 2024-07-01 12:00 .. 2024-07-01 12:05  /home  | 1
            2024-07-01 12:06:10  | 2024-07-01 12:05 .. 2024-07-01 12:10  /home  | 1
            2024-07-01 12:06:20  | 2024-07-01 12:00 .. 2024-07-01 12:05  /home  | 2
            """);
  }

  @Test
  default void traffic_with_fast_phones_adds_up(Lab lab) {
    lab.play(lesson(), PHONES_FAST)
        .shows(
            MicroBatchOracle.behindNewest(Duration.ofMinutes(2), WatermarkPlaceLesson::realTime)
                .changed(PHONES_FAST));
  }

  private static Instant realTime(ClickEvent view) {
    return view.device().equals("mobile")
        ? view.eventTime().minus(Duration.ofHours(1))
        : view.eventTime();
  }
}
