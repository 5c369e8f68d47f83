package kata.lessons.triggers;

import static kata.datasets.scenarios.ScheduleScenarios.NOTHING_NEW;
import static kata.datasets.scenarios.ScheduleScenarios.RUNS;
import static kata.datasets.scenarios.ScheduleScenarios.TAKING_TURNS;
import static kata.datasets.scenarios.ScheduleScenarios.TO_THE_LIMIT;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import kata.lessons.MicroBatchOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Take what is there, give out what is complete, and end, again and again.
 *
 * <p>The query is started anew at each step of a story, from its checkpoint. What a run has made
 * complete comes out in the same run; what is not complete waits for a later one.
 */
@ExtendWith(LessonExtension.class)
public interface RunAndStopLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void each_run_goes_on_where_the_last_one_ended(Lab lab) {
    Play play = lab.play(lesson(), RUNS);
    play.showsOn(
        "batch",
        """
        at     | batch | run  rows  watermark         dropped
        12:10  | 0     | 1    3     1970-01-01 00:00  0
        12:10  | 1     | 1    0     12:06             0
        12:20  | 2     | 2    2     12:06             0
        12:20  | 3     | 2    0     12:12             0
        12:30  | 4     | 3    2     12:12             1
        12:30  | 5     | 3    0     12:19             0
        """);
    play.shows(
        """
        at     | window          page   | views
        12:10  | 12:00 .. 12:05  /home  | 1
        12:10  | 12:00 .. 12:05  /cart  | 1
        12:20  | 12:05 .. 12:10  /home  | 2
        12:30  | 12:10 .. 12:15  /home  | 1
        """);
  }

  @Test
  default void a_run_without_new_views_gives_out_nothing(Lab lab) {
    Play play = lab.play(lesson(), NOTHING_NEW);
    play.showsOn(
        "batch",
        """
        at                | batch | run  rows  watermark
        12:10             | 0     | 1    2     1970-01-01 00:00
        12:10             | 1     | 1    0     12:06
        2024-03-05 00:10  | 2     | 4    1     12:06
        2024-03-05 00:10  | 3     | 4    0     12:36
        """);
    play.shows(
        """
        at                | window          page   | views
        12:10             | 12:00 .. 12:05  /home  | 1
        2024-03-05 00:10  | 12:05 .. 12:10  /home  | 1
        """);
  }

  @Test
  default void the_end_of_a_run_completes_nothing(Lab lab) {
    Play play = lab.play(lesson(), TO_THE_LIMIT);
    play.showsOn(
        "batch",
        """
        at     | batch | run  rows  watermark
        12:10  | 0     | 1    1     1970-01-01 00:00
        12:10  | 1     | 1    0     11:59
        12:20  | 2     | 2    1     11:59
        12:20  | 3     | 2    0     12:04:59.999
        12:30  | 4     | 3    1     12:04:59.999
        12:30  | 5     | 3    0     12:05
        """);
    play.shows(
        """
        at     | window          page   | views
        12:30  | 12:00 .. 12:05  /home  | 1
        """);
  }

  @Test
  default void traffic_run_by_run_adds_up(Lab lab) {
    lab.play(lesson(), TAKING_TURNS)
        .shows(
            MicroBatchOracle.behindNewest(Duration.ofMinutes(2), ClickEvent::eventTime)
                .complete(TAKING_TURNS));
  }
}
