package kata.lessons.sliding;

import static kata.datasets.scenarios.SlidingScenarios.DISORDER;
import static kata.datasets.scenarios.SlidingScenarios.EDGES;
import static kata.datasets.scenarios.SlidingScenarios.LATE_READING;
import static kata.datasets.scenarios.SlidingScenarios.LOST_READING;
import static kata.datasets.scenarios.SlidingScenarios.READINGS;
import static kata.datasets.scenarios.SlidingScenarios.SILENCE;
import static kata.datasets.scenarios.SlidingScenarios.STEPS;
import static kata.datasets.scenarios.SlidingScenarios.TWINS;
import static kata.datasets.scenarios.SlidingScenarios.TWO_SENSORS;
import static kata.datasets.scenarios.SlidingScenarios.UNEVEN;
import static kata.datasets.scenarios.SlidingScenarios.ZERO;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every five minutes, average what each thermometer showed in the last ten.
 *
 * <p>The average is the mean of the readings, each of which weighs the same. A window has one row
 * for each thermometer that was read in it, when event time has reached its end.
 */
@ExtendWith(LessonExtension.class)
public interface MovingAverageLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_zero_is_a_reading_and_so_is_a_negative_one(Lab lab) {
    lab.play(lesson(), ZERO)
        .shows(
            """
            at     | window          sensor  | average
            12:10  | 11:55 .. 12:05  cellar  | -1.5
            12:10  | 12:00 .. 12:10  cellar  | -0.3333
            12:20  | 12:05 .. 12:15  cellar  | 1
            12:20  | 12:10 .. 12:20  cellar  | 0
            """);
  }

  @Test
  default void every_reading_weighs_the_same(Lab lab) {
    lab.play(lesson(), UNEVEN)
        .shows(
            """
            at     | window          sensor  | average
            12:10  | 11:55 .. 12:05  cellar  | 10
            12:10  | 12:00 .. 12:10  cellar  | 8
            12:15  | 12:05 .. 12:15  cellar  | 2
            """);
  }

  @Test
  default void a_reading_on_the_end_of_a_window_is_outside(Lab lab) {
    lab.play(lesson(), EDGES)
        .shows(
            """
            at     | window          sensor  | average
            12:05  | 11:55 .. 12:05  cellar  | 5
            12:10  | 12:00 .. 12:10  cellar  | 10
            12:20  | 12:05 .. 12:15  cellar  | 9.5
            12:20  | 12:10 .. 12:20  cellar  | -1
            """);
  }

  @Test
  default void equal_readings_count_twice(Lab lab) {
    lab.play(lesson(), TWINS)
        .shows(
            """
            at     | window          sensor  | average
            12:10  | 11:55 .. 12:05  cellar  | 2
            12:10  | 12:00 .. 12:10  cellar  | 2
            """);
  }

  @Test
  default void every_thermometer_has_an_average_of_its_own(Lab lab) {
    lab.play(lesson(), TWO_SENSORS)
        .shows(
            """
            at     | window          sensor   | average
            12:10  | 11:55 .. 12:05  cellar   | 5
            12:10  | 11:55 .. 12:05  freezer  | -18
            12:10  | 12:00 .. 12:10  cellar   | 5
            12:10  | 12:00 .. 12:10  freezer  | -19.5
            12:25  | 12:05 .. 12:15  freezer  | -21
            12:25  | 12:10 .. 12:20  cellar   | 7
            12:25  | 12:10 .. 12:20  freezer  | -20
            12:25  | 12:15 .. 12:25  cellar   | 7
            12:25  | 12:15 .. 12:25  freezer  | -20
            """);
  }

  @Test
  default void a_window_without_readings_has_no_row(Lab lab) {
    lab.play(lesson(), SILENCE)
        .shows(
            """
            at     | window          sensor  | average
            12:10  | 11:55 .. 12:05  cellar  | 8
            12:10  | 12:00 .. 12:10  cellar  | 8
            12:20  | 12:10 .. 12:20  cellar  | 4
            12:25  | 12:15 .. 12:25  cellar  | 4
            """);
  }

  @Test
  default void readings_out_of_order_are_averaged_where_they_happened(Lab lab) {
    lab.play(lesson(), DISORDER)
        .shows(
            """
            at     | window          sensor  | average
            12:05  | 11:55 .. 12:05  cellar  | 0.5
            12:15  | 12:00 .. 12:10  cellar  | 2.6
            12:15  | 12:05 .. 12:15  cellar  | 4
            """);
  }

  @Test
  default void nothing_comes_out_before_the_watermark_reaches_an_end(Lab lab) {
    lab.play(lesson(), STEPS)
        .shows(
            """
            at     | window          sensor  | average
            12:05  | 11:55 .. 12:05  cellar  | 3
            12:10  | 12:00 .. 12:10  cellar  | 3.5
            12:15  | 12:05 .. 12:15  cellar  | 4
            """);
  }

  @Test
  default void a_late_reading_counts_in_those_of_its_windows_that_are_open(Lab lab) {
    lab.play(lesson(), LATE_READING)
        .shows(
            """
            at     | window          sensor  | average
            12:06  | 11:55 .. 12:05  cellar  | 4
            12:15  | 12:00 .. 12:10  cellar  | 6
            """);
  }

  @Test
  default void a_reading_is_lost_when_its_last_window_is_closed(Lab lab) {
    lab.play(lesson(), LOST_READING)
        .shows(
            """
            at     | window          sensor  | average
            12:10  | 12:00 .. 12:10  cellar  | 4
            12:15  | 12:05 .. 12:15  cellar  | 1
            """);
  }

  @Test
  default void an_hour_of_readings_adds_up(Lab lab) {
    lab.play(lesson(), READINGS).shows(SlidingOracle.movingAverage(READINGS));
  }
}
