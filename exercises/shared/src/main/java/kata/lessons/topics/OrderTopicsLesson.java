package kata.lessons.topics;

import static kata.datasets.scenarios.TopicsScenarios.MORE;
import static kata.datasets.scenarios.TopicsScenarios.NEW;
import static kata.datasets.scenarios.TopicsScenarios.OLD;
import static kata.datasets.scenarios.TopicsScenarios.OWN_SETTINGS;
import static kata.datasets.scenarios.TopicsScenarios.TWICE;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Make the topics of a shop, whatever the broker has already.
 *
 * <p>The broker itself says what it has after each run of the program. Times are milliseconds: 30
 * days are 2,592,000,000, two days are 172,800,000.
 */
@ExtendWith(LessonExtension.class)
public interface OrderTopicsLesson {

  /** What the broker says of the two topics. */
  String SETTINGS = "settings";

  /** How many records each topic has that was there before. */
  String RECORDS = "records";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void missing_topics_are_made_with_their_settings(Lab lab) {
    lab.play(lesson(), NEW)
        .showsOn(
            SETTINGS,
            """
            at     | topic      setting              | value
            12:00  | customers  partitions           | 3
            12:00  | customers  cleanup.policy       | compact
            12:00  | customers  delete.retention.ms  | 172800000
            12:00  | orders     partitions           | 6
            12:00  | orders     cleanup.policy       | delete
            12:00  | orders     retention.ms         | 2592000000
            12:00  | payments   partitions           | 2
            12:00  | payments   cleanup.policy       | delete
            12:00  | payments   retention.ms         | -1
            """)
        .showsOn(
            RECORDS,
            """
            at     | topic     | records
            12:00  | payments  | 1
            """);
  }

  @Test
  default void a_second_run_changes_nothing(Lab lab) {
    lab.play(lesson(), TWICE)
        .showsOn(
            SETTINGS,
            """
            at     | topic      setting              | value
            12:00  | customers  partitions           | 3
            12:00  | customers  cleanup.policy       | compact
            12:00  | customers  delete.retention.ms  | 172800000
            12:00  | orders     partitions           | 6
            12:00  | orders     cleanup.policy       | delete
            12:00  | orders     retention.ms         | 2592000000
            12:00  | payments   partitions           | 2
            12:00  | payments   cleanup.policy       | delete
            12:00  | payments   retention.ms         | -1
            13:00  | customers  partitions           | 3
            13:00  | customers  cleanup.policy       | compact
            13:00  | customers  delete.retention.ms  | 172800000
            13:00  | orders     partitions           | 6
            13:00  | orders     cleanup.policy       | delete
            13:00  | orders     retention.ms         | 2592000000
            13:00  | payments   partitions           | 2
            13:00  | payments   cleanup.policy       | delete
            13:00  | payments   retention.ms         | -1
            """);
  }

  @Test
  default void old_topics_are_changed_and_keep_their_records(Lab lab) {
    lab.play(lesson(), OLD)
        .showsOn(
            SETTINGS,
            """
            at     | topic      setting              | value
            12:00  | customers  partitions           | 3
            12:00  | customers  cleanup.policy       | compact
            12:00  | customers  delete.retention.ms  | 172800000
            12:00  | orders     partitions           | 6
            12:00  | orders     cleanup.policy       | delete
            12:00  | orders     retention.ms         | 2592000000
            12:00  | payments   partitions           | 2
            12:00  | payments   cleanup.policy       | delete
            12:00  | payments   retention.ms         | -1
            """)
        .showsOn(
            RECORDS,
            """
            at     | topic      | records
            12:00  | customers  | 1
            12:00  | orders     | 1
            12:00  | payments   | 1
            """);
  }

  @Test
  default void a_topic_that_has_more_partitions_keeps_them(Lab lab) {
    lab.play(lesson(), MORE)
        .showsOn(
            SETTINGS,
            """
            at     | topic      setting              | value
            12:00  | customers  partitions           | 3
            12:00  | customers  cleanup.policy       | compact
            12:00  | customers  delete.retention.ms  | 172800000
            12:00  | orders     partitions           | 12
            12:00  | orders     cleanup.policy       | delete
            12:00  | orders     retention.ms         | 2592000000
            12:00  | payments   partitions           | 2
            12:00  | payments   cleanup.policy       | delete
            12:00  | payments   retention.ms         | -1
            """)
        .showsOn(
            RECORDS,
            """
            at     | topic     | records
            12:00  | orders    | 2
            12:00  | payments  | 1
            """);
  }

  @Test
  default void settings_that_somebody_has_made_are_changed_and_others_are_kept(Lab lab) {
    lab.play(lesson(), OWN_SETTINGS)
        .showsOn(
            SETTINGS,
            """
            at     | topic      setting              | value
            12:00  | customers  partitions           | 3
            12:00  | customers  cleanup.policy       | compact
            12:00  | customers  delete.retention.ms  | 172800000
            12:00  | orders     partitions           | 6
            12:00  | orders     cleanup.policy       | delete
            12:00  | orders     retention.ms         | 2592000000
            12:00  | orders     max.message.bytes    | 2000000
            12:00  | payments   partitions           | 2
            12:00  | payments   cleanup.policy       | delete
            12:00  | payments   retention.ms         | -1
            """);
  }
}
