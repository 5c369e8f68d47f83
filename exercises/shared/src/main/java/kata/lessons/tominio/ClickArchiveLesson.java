package kata.lessons.tominio;

import static kata.datasets.scenarios.ToMinioScenarios.BOUNDS;
import static kata.datasets.scenarios.ToMinioScenarios.CRASH;
import static kata.datasets.scenarios.ToMinioScenarios.SENT_LATER;
import static kata.datasets.scenarios.ToMinioScenarios.THREE_CRASHES;
import static kata.datasets.scenarios.ToMinioScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Archive clicks in a bucket, each once, with the five-minute window in which it happened.
 *
 * <p>What is shown of a checkpoint are the lines of the objects that are finished and new. A click
 * is there at the first checkpoint after it came, however old it is.
 */
@ExtendWith(LessonExtension.class)
public interface ClickArchiveLesson {

  /** The output that is looked at. */
  String FOLDER = "folder clicks";

  /** What has become of the job. */
  String JOB = "job";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_window_includes_its_start_and_not_its_end(Lab lab) {
    lab.play(lesson(), BOUNDS)
        .showsOn(
            FOLDER,
            """
            at     | event id | page   event timestamp start  event timestamp end
            12:06  | e1       | /home  12:00                  12:05
            12:06  | e2       | /cart  12:00                  12:05
            12:06  | e3       | /home  12:05                  12:10
            12:08  | e4       | /cart  12:05                  12:10
            """);
  }

  @Test
  default void a_click_keeps_all_its_fields(Lab lab) {
    lab.play(lesson(), BOUNDS)
        .showsOn(
            FOLDER,
            """
            at     | event id | user id  session id  event type  event time    country  device
            12:06  | e1       | ann      ann-1       PAGE_VIEW   12:00         DE       mobile
            12:06  | e2       | ann      ann-1       PAGE_VIEW   12:04:59.999  DE       mobile
            12:06  | e3       | ann      ann-1       PAGE_VIEW   12:05         DE       mobile
            12:08  | e4       | ann      ann-1       PAGE_VIEW   12:07         DE       mobile
            """);
  }

  @Test
  default void an_old_click_is_archived_in_the_window_in_which_it_happened(Lab lab) {
    lab.play(lesson(), SENT_LATER)
        .showsOn(
            FOLDER,
            """
            at     | event id | page   event timestamp start  event timestamp end
            12:22  | e1       | /home  12:00                  12:05
            12:22  | e2       | /home  12:20                  12:25
            12:24  | e3       | /cart  10:00                  10:05
            12:24  | e4       | /home  12:15                  12:20
            12:24  | e5       | /café  11:55                  12:00
            12:24  | e6       | /home  2024-03-03 23:55       00:00
            """);
  }

  @Test
  default void a_click_that_is_read_again_after_a_failure_is_archived_once(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            FOLDER,
            """
            at     | event id | page   event timestamp start  event timestamp end
            12:03  | e1       | /home  12:00                  12:05
            12:03  | e2       | /cart  12:00                  12:05
            12:09  | e3       | /home  12:00                  12:05
            12:09  | e4       | /home  12:05                  12:10
            12:09  | e5       | /cart  12:05                  12:10
            """);
  }

  @Test
  default void the_job_starts_again_three_times_and_no_more(Lab lab) {
    lab.play(lesson(), THREE_CRASHES)
        .showsOn(
            FOLDER,
            """
            at     | event id | page   event timestamp start  event timestamp end
            12:04  | e1       | /home  12:00                  12:05
            12:04  | e2       | /cart  12:00                  12:05
            12:08  | e3       | /home  12:05                  12:10
            """)
        .showsOn(
            JOB,
            """
            at     | after      | state
            12:09  | last crash | has given up
            """);
  }

  @Test
  default void eighty_clicks_are_each_archived_once(Lab lab) {
    lab.play(lesson(), TRAFFIC).showsOn(FOLDER, ArchiveOracle.rows(TRAFFIC));
  }
}
