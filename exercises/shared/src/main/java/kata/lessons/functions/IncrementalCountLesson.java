package kata.lessons.functions;

import static kata.datasets.scenarios.FunctionsScenarios.BOUNDS;
import static kata.datasets.scenarios.FunctionsScenarios.BUSY_HOUR;
import static kata.datasets.scenarios.FunctionsScenarios.CROWD;
import static kata.datasets.scenarios.FunctionsScenarios.LATE_VIEWS;
import static kata.datasets.scenarios.FunctionsScenarios.SHUFFLED;
import static kata.datasets.scenarios.FunctionsScenarios.THREE_VIEWS;
import static kata.datasets.scenarios.FunctionsScenarios.TOGETHER;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Summarise the views of each page in windows of five minutes, without keeping the views.
 *
 * <p>A row holds the number of views, the views per minute, and the times of the earliest and the
 * latest view. However many views a window has, its state stays as small as one summary. When its
 * window is over, nothing of it stays.
 */
@ExtendWith(LessonExtension.class)
public interface IncrementalCountLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_summary_holds_count_rate_and_times(Lab lab) {
    lab.play(lesson(), THREE_VIEWS)
        .shows(
            """
            at     | window          page   | views  per minute  first  last
            12:05  | 12:00 .. 12:05  /home  | 3      0.6         12:00  12:04
            12:05  | 12:00 .. 12:05  /cart  | 2      0.4         12:01  12:04:30
            """)
        .leavesNothing();
  }

  @Test
  default void the_earliest_view_need_not_arrive_first(Lab lab) {
    lab.play(lesson(), SHUFFLED)
        .shows(
            """
            at     | window          page   | views  per minute  first     last
            12:05  | 12:00 .. 12:05  /home  | 4      0.8         12:01     12:04
            12:10  | 12:05 .. 12:10  /home  | 3      0.6         12:05:30  12:06:30
            """);
  }

  @Test
  default void a_view_on_the_boundary_opens_the_next_window(Lab lab) {
    lab.play(lesson(), BOUNDS)
        .shows(
            """
            at     | window          page   | views  per minute  first  last
            12:05  | 12:00 .. 12:05  /home  | 2      0.4         12:00  12:04:59.999
            12:10  | 12:05 .. 12:10  /home  | 1      0.2         12:05  12:05
            """);
  }

  @Test
  default void pages_and_windows_that_are_open_at_once_do_not_mix(Lab lab) {
    lab.play(lesson(), TOGETHER)
        .shows(
            """
            at     | window          page    | views  per minute  first  last
            12:05  | 12:00 .. 12:05  /home   | 1      0.2         12:01  12:01
            12:05  | 12:00 .. 12:05  /legal  | 2      0.4         12:02  12:03
            12:15  | 12:05 .. 12:10  /home   | 2      0.4         12:06  12:07
            12:15  | 12:05 .. 12:10  /legal  | 1      0.2         12:08  12:08
            12:15  | 12:10 .. 12:15  /home   | 1      0.2         12:11  12:11
            """);
  }

  @Test
  default void a_late_view_counts_only_while_its_window_is_open(Lab lab) {
    lab.play(lesson(), LATE_VIEWS)
        .shows(
            """
            at     | window          page   | views  per minute  first  last
            12:05  | 12:00 .. 12:05  /home  | 2      0.4         12:01  12:02
            12:10  | 12:05 .. 12:10  /home  | 1      0.2         12:06  12:06
            """)
        .leavesNothing();
  }

  @Test
  default void a_crowd_needs_no_more_state_than_one_view(Lab lab) {
    lab.play(lesson(), CROWD)
        .shows(
            """
            at     | window          page   | views  per minute  first  last
            12:05  | 12:00 .. 12:05  /home  | 240    48          12:00  12:03:59
            """)
        .holdsAtMost(1_000);
  }

  @Test
  default void an_hour_of_traffic_adds_up(Lab lab) {
    lab.play(lesson(), BUSY_HOUR).shows(WindowedViews.summaries(BUSY_HOUR)).survivesFailure();
  }
}
