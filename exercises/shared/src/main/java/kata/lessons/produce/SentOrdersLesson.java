package kata.lessons.produce;

import static kata.datasets.scenarios.ProduceScenarios.ANSWER_LOST;
import static kata.datasets.scenarios.ProduceScenarios.REFUSED;
import static kata.datasets.scenarios.ProduceScenarios.REFUSED_FIRST;
import static kata.datasets.scenarios.ProduceScenarios.REFUSED_ONCE;
import static kata.datasets.scenarios.ProduceScenarios.SLOW;
import static kata.datasets.scenarios.ProduceScenarios.TRAFFIC;
import static kata.datasets.scenarios.ProduceScenarios.TWO_CUSTOMERS;
import static kata.datasets.scenarios.ProduceScenarios.UNUSUAL;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a program that sends orders to Kafka must show, whatever the format of its records.
 *
 * <p>Each record is a row: {@code no} is its place among those of its key, {@code timestamp} is
 * that of the record. The broker is looked at when the program has returned.
 */
@ExtendWith(LessonExtension.class)
interface SentOrdersLesson {

  String ORDERS = "topic orders";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  /** Returns the format of the records: {@code json} or {@code avro}. */
  String format();

  /** Puts the format of the records into a table. */
  private String in(String table) {
    return table.replace("FORM", format());
  }

  @Test
  default void the_changes_of_each_customer_are_in_order(Lab lab) {
    lab.play(lesson(), TWO_CUSTOMERS)
        .showsOn(
            ORDERS,
            in(
                """
                at     | key  no | format  order id  status     amount cents  event time    timestamp
                12:10  | ann  1  | FORM    o1        CREATED    1250          12:00         12:00
                12:10  | ann  2  | FORM    o1        PAID       1250          12:02:30.500  12:02:30.500
                12:10  | ann  3  | FORM    o3        CREATED    300           12:03         12:03
                12:10  | ann  4  | FORM    o3        CANCELLED  300           12:04         12:04
                12:10  | ann  5  | FORM    o1        SHIPPED    1250          12:05         12:05
                12:10  | ben  1  | FORM    o2        CREATED    4900          12:01         12:01
                """))
        .showsOn(
            ORDERS,
            """
            at     | key  no | event id  user id  category  region
            12:10  | ann  1  | e1        ann      coffee    europe
            12:10  | ann  2  | e3        ann      coffee    europe
            12:10  | ann  3  | e4        ann      coffee    europe
            12:10  | ann  4  | e5        ann      coffee    europe
            12:10  | ann  5  | e6        ann      coffee    europe
            12:10  | ben  1  | e2        ben      coffee    asia
            """);
  }

  @Test
  default void letters_quotes_and_sums_arrive_as_they_are(Lab lab) {
    lab.play(lesson(), UNUSUAL)
        .showsOn(
            ORDERS,
            in(
                """
                at     | key     no | format  order id  status   amount cents  event time  timestamp
                12:10  | jürgen  1  | FORM    o1        CREATED  3000000000    12:00       12:00
                12:10  | jürgen  2  | FORM    o1        PAID     3000000000    12:01       12:01
                12:10  | jürgen  3  | FORM    o1        PAID     3000000000    12:02       12:02
                """))
        .showsOn(
            ORDERS,
            """
            at     | key     no | event id  user id  category     region
            12:10  | jürgen  1  | e1        jürgen   café "noir"  europe
            12:10  | jürgen  2  | e2        jürgen   café "noir"  europe
            12:10  | jürgen  3  | e3        jürgen   café "noir"  europe
            """);
  }

  @Test
  default void what_the_broker_takes_late_is_not_lost(Lab lab) {
    lab.play(lesson(), SLOW)
        .showsOn(
            ORDERS,
            in(
                """
                at     | key  no | format  order id  status   amount cents  event time  timestamp
                12:04  | ann  1  | FORM    o1        CREATED  1250          12:00       12:00
                12:04  | ann  2  | FORM    o1        PAID     1250          12:02       12:02
                12:04  | ben  1  | FORM    o2        CREATED  4900          12:03       12:03
                """));
  }

  @Test
  default void a_lost_answer_doubles_nothing(Lab lab) {
    lab.play(lesson(), ANSWER_LOST).showsOn(ORDERS, oneOrder());
  }

  @Test
  default void an_order_that_was_refused_once_does_not_fall_behind(Lab lab) {
    lab.play(lesson(), REFUSED_ONCE).showsOn(ORDERS, oneOrder());
  }

  /** One order, from its creation until it is shipped. */
  private String oneOrder() {
    return in(
        """
        at     | key  no | format  order id  status   amount cents  event time  timestamp
        12:05  | ann  1  | FORM    o1        CREATED  1250          12:00       12:00
        12:05  | ann  2  | FORM    o1        PAID     1250          12:02       12:02
        12:05  | ann  3  | FORM    o1        SHIPPED  1250          12:04       12:04
        """);
  }

  @Test
  default void what_the_broker_refuses_for_good_is_told(Lab lab) {
    lab.play(lesson(), REFUSED)
        .showsOn(
            "program",
            """
            at     | method | ended
            12:01  | send   | with an exception
            """);
  }

  @Test
  default void what_the_broker_refuses_is_told_whatever_it_takes_then(Lab lab) {
    lab.play(lesson(), REFUSED_FIRST)
        .showsOn(
            "program",
            """
            at     | method | ended
            12:03  | send   | with an exception
            """);
  }

  @Test
  default void many_customers_share_all_partitions(Lab lab) {
    lab.play(lesson(), TRAFFIC)
        .showsOn(
            "partitions",
            """
            at     | topic   | customers  load
            22:00  | orders  | together   even
            """)
        .showsOn(ORDERS, SentOrdersOracle.records(TRAFFIC, format()));
  }
}
