package kata.lessons.sqlpipeline;

import static kata.datasets.scenarios.SqlPipelineScenarios.CRASH;
import static kata.datasets.scenarios.SqlPipelineScenarios.DISORDER;
import static kata.datasets.scenarios.SqlPipelineScenarios.SENT_LATER;
import static kata.datasets.scenarios.SqlPipelineScenarios.STATUSES;
import static kata.datasets.scenarios.SqlPipelineScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Total orders in SQL: by window and category into a topic, by region into a table.
 *
 * <p>An order counts when it is created. The watermark is half a minute behind the latest event.
 * The topic gets each window once, when it is complete; the table has the totals so far, of all
 * orders.
 */
@ExtendWith(LessonExtension.class)
public interface OrderTotalsLesson {

  /** The output with the finished windows. */
  String TOPIC = "topic category_totals";

  /** The output with the totals so far. */
  String TABLE = "table region_totals";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void an_order_counts_once_whatever_becomes_of_it(Lab lab) {
    lab.play(lesson(), STATUSES)
        .showsOn(
            TOPIC,
            """
            at     | window          category | orders  amount cents
            12:06  | 12:00 .. 12:05  coffee   | 2       3000000901
            12:06  | 12:00 .. 12:05  tea      | 1       500
            12:11  | 12:05 .. 12:10  coffee   | 1       300
            """)
        .showsOn(
            TABLE,
            """
            at     | region | orders  amount cents
            12:06  | asia   | 2       3000000501
            12:06  | europe | 2       1200
            12:11  | asia   | 2       3000000501
            12:11  | europe | 3       1400
            """);
  }

  @Test
  default void a_window_waits_half_a_minute_and_the_table_for_ever(Lab lab) {
    lab.play(lesson(), DISORDER)
        .showsOn(
            TOPIC,
            """
            at     | window          category | orders  amount cents
            12:06  | 12:00 .. 12:05  coffee   | 4       2050
            """)
        .showsOn(
            TABLE,
            """
            at        | region | orders  amount cents
            12:05:25  | europe | 3       2300
            12:06     | asia   | 5       1350
            12:06     | europe | 3       2300
            """);
  }

  @Test
  default void an_order_belongs_to_the_window_in_which_it_was_created(Lab lab) {
    lab.play(lesson(), SENT_LATER)
        .showsOn(
            TOPIC,
            """
            at     | window          category | orders  amount cents
            12:11  | 12:00 .. 12:05  coffee   | 2       1400
            """)
        .showsOn(
            TABLE,
            """
            at     | region | orders  amount cents
            12:11  | asia   | 1       700
            12:11  | europe | 2       1400
            """);
  }

  @Test
  default void nothing_is_doubled_or_lost_by_a_failure(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            TOPIC,
            """
            at     | window          category | orders  amount cents
            12:11  | 12:00 .. 12:05  coffee   | 2       1400
            12:11  | 12:05 .. 12:10  tea      | 2       900
            """)
        .showsOn(
            TABLE,
            """
            at     | region | orders  amount cents
            12:02  | europe | 1       900
            12:11  | asia   | 3       1300
            12:11  | europe | 2       1400
            """);
  }

  @Test
  default void generated_orders_add_up(Lab lab) {
    Play play = lab.play(lesson(), TRAFFIC);
    play.showsOn(TOPIC, OrderOracle.categoryTotals(TRAFFIC));
    play.showsOn(TABLE, OrderOracle.regionTotals(TRAFFIC));
  }
}
