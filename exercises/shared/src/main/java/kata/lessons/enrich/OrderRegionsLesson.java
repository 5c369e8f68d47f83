package kata.lessons.enrich;

import static kata.datasets.scenarios.EnrichScenarios.CHANGED;
import static kata.datasets.scenarios.EnrichScenarios.CRASH;
import static kata.datasets.scenarios.EnrichScenarios.CRASH_AT_RELEASE;
import static kata.datasets.scenarios.EnrichScenarios.CRASH_WHILE_WAITING;
import static kata.datasets.scenarios.EnrichScenarios.KNOWN;
import static kata.datasets.scenarios.EnrichScenarios.MORNING;
import static kata.datasets.scenarios.EnrichScenarios.SENT_TWICE;
import static kata.datasets.scenarios.EnrichScenarios.UNKNOWN;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Add to each order the warehouse that a table of regions names, while that table changes.
 *
 * <p>An order gets the warehouse that its region has when the order is read, and keeps it. If the
 * region is not in the table yet, the order waits until it is.
 */
@ExtendWith(LessonExtension.class)
public interface OrderRegionsLesson {

  /** The output that is looked at. */
  String TABLE = "table shipments";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void an_order_gets_the_warehouse_of_its_region(Lab lab) {
    lab.play(lesson(), KNOWN)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:03  | o1        | europe  Rotterdam
            12:03  | o2        | asia    Osaka
            12:05  | o1        | europe  Rotterdam
            12:05  | o2        | asia    Osaka
            12:05  | o3        | europe  Rotterdam
            """);
  }

  @Test
  default void a_change_of_the_table_is_for_the_orders_after_it(Lab lab) {
    lab.play(lesson(), CHANGED)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:02  | o1        | europe  Rotterdam
            12:06  | o1        | europe  Rotterdam
            12:06  | o2        | europe  Hamburg
            12:06  | o3        | europe  Hamburg
            """);
  }

  @Test
  default void orders_wait_for_their_region_and_for_no_other(Lab lab) {
    lab.play(lesson(), UNKNOWN)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:06  | o2        | asia    Osaka
            12:08  | o1        | europe  Rotterdam
            12:08  | o2        | asia    Osaka
            12:08  | o3        | europe  Rotterdam
            12:10  | o1        | europe  Rotterdam
            12:10  | o2        | asia    Osaka
            12:10  | o3        | europe  Rotterdam
            """);
  }

  @Test
  default void an_order_that_is_sent_twice_keeps_its_warehouse(Lab lab) {
    lab.play(lesson(), SENT_TWICE)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:02  | o1        | europe  Rotterdam
            12:06  | o1        | europe  Rotterdam
            12:06  | o2        | europe  Hamburg
            """);
  }

  @Test
  default void the_table_survives_a_failure(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:03  | o1        | europe  Rotterdam
            12:05  | o1        | europe  Rotterdam
            12:05  | o2        | asia    Osaka
            """);
  }

  @Test
  default void the_orders_that_wait_survive_a_failure(Lab lab) {
    lab.play(lesson(), CRASH_WHILE_WAITING)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:07  | o1        | europe  Rotterdam
            12:07  | o2        | europe  Rotterdam
            """);
  }

  @Test
  default void an_order_that_is_written_again_after_a_failure_is_there_once(Lab lab) {
    lab.play(lesson(), CRASH_AT_RELEASE)
        .showsOn(
            TABLE,
            """
            at     | order id  | region  warehouse
            12:05  | o1        | europe  Rotterdam
            12:09  | o1        | europe  Rotterdam
            12:09  | o2        | europe  Hamburg
            """);
  }

  @Test
  default void a_morning_with_three_failures_loses_no_order(Lab lab) {
    lab.play(lesson(), MORNING).showsOn(TABLE, ShipmentsOracle.shipments(MORNING));
  }
}
