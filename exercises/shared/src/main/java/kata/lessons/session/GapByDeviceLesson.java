package kata.lessons.session;

import static kata.datasets.scenarios.SessionScenarios.COVERED;
import static kata.datasets.scenarios.SessionScenarios.DEVICES;
import static kata.datasets.scenarios.SessionScenarios.EARLIER_EVENT;
import static kata.datasets.scenarios.SessionScenarios.GAPS;
import static kata.datasets.scenarios.SessionScenarios.LATE_BY_DEVICE;
import static kata.datasets.scenarios.SessionScenarios.MIXED_ORDER;
import static kata.datasets.scenarios.SessionScenarios.ON_TIME;
import static kata.datasets.scenarios.SessionScenarios.SHORT_INSIDE_LONG;
import static kata.datasets.scenarios.SessionScenarios.TABLET;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the events of each visit, where a visit on a phone ends sooner than one elsewhere.
 *
 * <p>An event on a phone ({@code mobile}) keeps the visit open for 10 minutes, an event on any
 * other device for 30. A visit ends when no event keeps it open any more.
 */
@ExtendWith(LessonExtension.class)
public interface GapByDeviceLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void each_device_has_its_own_gap(Lab lab) {
    lab.play(lesson(), GAPS)
        .shows(
            """
            at     | window                        user  | events
            13:40  | 12:00 .. 12:20                ann   | 2
            13:40  | 12:20:00.001 .. 12:30:00.001  ann   | 1
            13:40  | 12:00 .. 13:00                ben   | 2
            13:40  | 13:00:00.001 .. 13:30:00.001  ben   | 1
            """);
  }

  @Test
  default void the_gap_is_that_of_the_event_before_the_silence(Lab lab) {
    lab.play(lesson(), EARLIER_EVENT)
        .shows(
            """
            at     | window          user  | events
            12:30  | 12:00 .. 12:10  ann   | 1
            12:30  | 12:00 .. 12:30  ben   | 2
            12:50  | 12:20 .. 12:50  ann   | 1
            """);
  }

  @Test
  default void a_short_gap_does_not_cut_a_long_one(Lab lab) {
    lab.play(lesson(), SHORT_INSIDE_LONG)
        .shows(
            """
            at     | window          user  | events
            12:32  | 12:02 .. 12:32  ben   | 2
            12:38  | 12:00 .. 12:38  ann   | 3
            """);
  }

  @Test
  default void every_device_but_a_phone_has_the_long_gap(Lab lab) {
    lab.play(lesson(), TABLET)
        .shows(
            """
            at     | window          user  | events
            12:55  | 12:00 .. 12:55  ann   | 3
            """);
  }

  @Test
  default void events_out_of_order_are_counted_where_they_happened(Lab lab) {
    lab.play(lesson(), MIXED_ORDER)
        .shows(
            """
            at     | window          user  | events
            12:22  | 12:00 .. 12:22  ann   | 3
            13:10  | 12:40 .. 13:10  ben   | 1
            13:10  | 12:00 .. 12:30  ben   | 2
            """);
  }

  @Test
  default void one_event_may_join_several_visits(Lab lab) {
    lab.play(lesson(), COVERED)
        .shows(
            """
            at     | window          user  | events
            12:30  | 12:00 .. 12:30  ann   | 3
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_the_end(Lab lab) {
    lab.play(lesson(), ON_TIME)
        .shows(
            """
            at     | window          user  | events
            12:10  | 12:00 .. 12:10  ann   | 1
            12:30  | 12:00 .. 12:30  ben   | 1
            """);
  }

  @Test
  default void lateness_depends_on_the_gap(Lab lab) {
    lab.play(lesson(), LATE_BY_DEVICE)
        .shows(
            """
            at     | window                        user  | events
            12:40  | 12:15 .. 12:25                ann   | 1
            12:40  | 12:10:00.001 .. 12:20:00.001  cleo  | 1
            12:40  | 12:10 .. 12:40                dan   | 1
            """);
  }

  @Test
  default void three_hours_of_traffic_add_up(Lab lab) {
    lab.play(lesson(), DEVICES).shows(SessionOracle.gapByDevice(DEVICES));
  }
}
