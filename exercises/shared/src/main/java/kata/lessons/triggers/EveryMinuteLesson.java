package kata.lessons.triggers;

import static kata.datasets.scenarios.ScheduleScenarios.CLOCK_MOVES;
import static kata.datasets.scenarios.ScheduleScenarios.EVERY_MINUTE;
import static kata.datasets.scenarios.ScheduleScenarios.HOURS_LATER;
import static kata.datasets.scenarios.ScheduleScenarios.LONG_PAUSE;
import static kata.datasets.scenarios.ScheduleScenarios.TAKING_TURNS;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import kata.harness.verdict.Table;
import kata.lessons.MicroBatchOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Show once a minute which counts have changed.
 *
 * <p>The first micro-batch begins when the query starts, the others on full minutes of the
 * machine's clock, if there is something to do then: new views, or a watermark that has moved. What
 * is late is decided by the watermark with which the micro-batch before began. That makes a
 * difference only where views come minute after minute, so that no batch without data lies between.
 */
@ExtendWith(LessonExtension.class)
public interface EveryMinuteLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void what_came_in_a_minute_is_shown_at_its_end(Lab lab) {
    Play play = lab.play(lesson(), EVERY_MINUTE);
    play.showsOn(
        "batch",
        """
        at        | batch | rows  watermark
        12:00:10  | 0     | 1     1970-01-01 00:00
        12:01     | 1     | 0     11:58:05
        12:02     | 2     | 3     11:58:05
        12:03     | 3     | 0     11:59:35
        """);
    play.shows(
        """
        at        | window          page   | views
        12:00:10  | 12:00 .. 12:05  /home  | 1
        12:02     | 12:00 .. 12:05  /home  | 3
        12:02     | 12:00 .. 12:05  /cart  | 1
        """);
  }

  @Test
  default void a_view_is_late_by_the_watermark_of_the_batch_before(Lab lab) {
    Play play = lab.play(lesson(), CLOCK_MOVES);
    play.showsOn(
        "batch",
        """
        at        | batch | rows  watermark         dropped
        12:04:10  | 0     | 1     1970-01-01 00:00  0
        12:05     | 1     | 0     12:02             0
        12:09     | 2     | 2     12:02             0
        12:10     | 3     | 2     12:06             0
        12:12     | 4     | 1     12:06             1
        """);
    play.shows(
        """
        at        | window          page   | views
        12:04:10  | 12:00 .. 12:05  /home  | 1
        12:09     | 12:00 .. 12:05  /home  | 2
        12:09     | 12:05 .. 12:10  /home  | 1
        12:10     | 12:00 .. 12:05  /home  | 3
        12:10     | 12:05 .. 12:10  /home  | 2
        """);
  }

  @Test
  default void where_nothing_comes_no_batch_is_run(Lab lab) {
    Play play = lab.play(lesson(), LONG_PAUSE);
    play.showsOn(
        "batch",
        """
        at        | batch | rows  watermark
        12:00:30  | 0     | 1     1970-01-01 00:00
        12:01     | 1     | 0     11:58:20
        12:16     | 2     | 1     11:58:20
        12:17     | 3     | 1     12:13:40
        12:18     | 4     | 0     12:13:55
        """);
    play.shows(
        """
        at        | window          page   | views
        12:00:30  | 12:00 .. 12:05  /home  | 1
        12:16     | 12:15 .. 12:20  /home  | 1
        12:17     | 12:15 .. 12:20  /home  | 2
        """);
  }

  @Test
  default void a_view_is_not_late_as_long_as_nothing_newer_has_come(Lab lab) {
    Play play = lab.play(lesson(), HOURS_LATER);
    play.showsOn(
        "batch",
        """
        at        | batch | rows  watermark         dropped
        12:00:30  | 0     | 1     1970-01-01 00:00  0
        12:01     | 1     | 0     11:58:20          0
        13:31     | 2     | 1     11:58:20          0
        13:32     | 3     | 0     11:59:10          0
        """);
    play.shows(
        """
        at        | window          page   | views
        12:00:30  | 12:00 .. 12:05  /home  | 1
        13:31     | 12:00 .. 12:05  /home  | 2
        """);
  }

  @Test
  default void traffic_minute_by_minute_adds_up(Lab lab) {
    lab.play(lesson(), TAKING_TURNS).shows(minuteByMinute(TAKING_TURNS));
  }

  /** Lets the query start after the first step, and then wake up on each full minute. */
  private static Table minuteByMinute(Scenario<ClickEvent> scenario) {
    MicroBatchOracle oracle =
        MicroBatchOracle.behindNewest(Duration.ofMinutes(2), ClickEvent::eventTime);
    List<ClickEvent> waiting = new ArrayList<>();
    Instant trigger = scenario.steps().get(0).moment();
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      while (step.moment().isAfter(trigger)) {
        oracle.batch(trigger, waiting);
        waiting.clear();
        trigger = trigger.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
      }
      waiting.addAll(step.arrivals());
    }
    return oracle.table();
  }
}
