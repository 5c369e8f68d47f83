package kata.lessons.tominio;

import static kata.datasets.scenarios.ClickFolderScenarios.HOURS;
import static kata.datasets.scenarios.ClickFolderScenarios.LOST_AT_ONCE;
import static kata.datasets.scenarios.ClickFolderScenarios.LOST_AT_REST;
import static kata.datasets.scenarios.ClickFolderScenarios.LOST_MACHINE;
import static kata.datasets.scenarios.ClickFolderScenarios.ORDINARY;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Put clicks into folders by the hour in which they happened, each of them once.
 *
 * <p>What is shown of a step are the rows in the files that are new, with the folder in which they
 * lie.
 */
@ExtendWith(LessonExtension.class)
public interface ClickFoldersLesson {

  /** The output with the rows that lie in files. */
  String FOLDER = "folder clicks";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_click_lies_in_the_folder_of_the_hour_in_which_it_happened(Lab lab) {
    lab.play(lesson(), HOURS)
        .showsOn(
            FOLDER,
            """
            at                | event id  folder                  | user id  page   event time
            14:00             | e1        day=2024-03-04/hour=09  | ann      /home  09:05
            14:00             | e2        day=2024-03-04/hour=13  | ann      /home  13:05
            14:00             | e3        day=2024-03-04/hour=13  | ann      /cart  13:59:59.999
            14:05             | e4        day=2024-03-04/hour=14  | ann      /cart  14:00
            14:05             | e5        day=2024-03-04/hour=11  | ann      /pay   11:58
            2024-03-05 00:05  | e6        day=2024-03-04/hour=23  | ann      /pay   23:59:59.999
            2024-03-05 00:05  | e7        day=2024-03-05/hour=00  | ann      /home  2024-03-05 00:00
            2024-03-05 00:05  | e8        day=2023-12-31/hour=23  | ann      /café  2023-12-31 23:58
            """);
  }

  @Test
  default void another_machine_goes_on_where_the_lost_one_was(Lab lab) {
    lab.play(lesson(), LOST_MACHINE)
        .showsOn(
            FOLDER,
            """
            at     | event id  folder                  | user id  page   event time
            12:05  | e1        day=2024-03-04/hour=12  | ann      /home  12:01
            12:05  | e2        day=2024-03-04/hour=12  | ann      /home  12:02
            12:10  | e3        day=2024-03-04/hour=12  | ann      /cart  12:06
            12:10  | e4        day=2024-03-04/hour=12  | ann      /cart  12:07
            12:10  | e5        day=2024-03-04/hour=12  | ann      /pay   12:09
            """);
  }

  @Test
  default void a_machine_that_is_lost_at_rest_leaves_nothing_to_repeat(Lab lab) {
    lab.play(lesson(), LOST_AT_REST)
        .showsOn(
            FOLDER,
            """
            at     | event id  folder                  | user id  page   event time
            12:02  | e1        day=2024-03-04/hour=12  | ann      /home  12:01
            13:05  | e2        day=2024-03-04/hour=12  | ann      /cart  12:04
            13:05  | e3        day=2024-03-04/hour=13  | ann      /cart  13:04
            """);
  }

  @Test
  default void a_batch_that_was_written_and_not_committed_is_there_once(Lab lab) {
    lab.play(lesson(), LOST_AT_ONCE)
        .showsOn(
            FOLDER,
            """
            at     | event id  folder                  | user id  page   event time
            12:07  | e1        day=2024-03-04/hour=12  | ann      /home  12:01
            12:07  | e2        day=2024-03-04/hour=12  | ann      /cart  12:03
            12:07  | e3        day=2024-03-04/hour=12  | ann      /pay   12:05
            12:09  | e4        day=2024-03-04/hour=12  | ann      /home  12:08
            """);
  }

  @Test
  default void eighty_clicks_of_ordinary_traffic_are_each_there_once(Lab lab) {
    lab.play(lesson(), ORDINARY).showsOn(FOLDER, FoldersOracle.rows(ORDINARY));
  }
}
