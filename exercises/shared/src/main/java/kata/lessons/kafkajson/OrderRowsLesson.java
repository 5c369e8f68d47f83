package kata.lessons.kafkajson;

import static kata.datasets.scenarios.OrderRowsScenarios.BAD_TIMES;
import static kata.datasets.scenarios.OrderRowsScenarios.HOLES;
import static kata.datasets.scenarios.OrderRowsScenarios.LOST_MACHINE;
import static kata.datasets.scenarios.OrderRowsScenarios.NO_JSON;
import static kata.datasets.scenarios.OrderRowsScenarios.RESTART;
import static kata.datasets.scenarios.OrderRowsScenarios.SPOILED;
import static kata.datasets.scenarios.OrderRowsScenarios.VALID;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Read orders that are JSON, mostly, and put those that are not where nothing of them is lost.
 *
 * <p>Each record is in one of two topics in the end: as an order, or as it was. A batch that comes
 * again is there again, as Spark writes to Kafka at least once.
 */
@ExtendWith(LessonExtension.class)
public interface OrderRowsLesson {

  /** The output with the orders. */
  String ROWS = "topic order-rows";

  /** The output with the records that are no orders. */
  String DEAD = "topic dead-orders";

  /** What is looked at where no record is expected. */
  String NO_DEAD =
      """
      at     | partition  offset | key  text
      """;

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void an_order_keeps_its_key_and_its_moment(Lab lab) {
    lab.play(lesson(), VALID)
        .showsOn(
            ROWS,
            """
            at     | order id | key   user id  amount cents      event time
            12:03  | o1       | o1    ann      1299              12:01
            12:03  | o2       | bob   bob      700               12:02
            12:05  | o3       | o3    cleo     0                 12:04:00.250
            12:05  | o4       | o4    dan      9007199254740993  12:04:01
            12:05  | o4       | o4    dan      9007199254740993  12:04:01
            """)
        .showsOn(DEAD, NO_DEAD);
  }

  @Test
  default void what_is_no_json_is_kept_as_it_was(Lab lab) {
    lab.play(lesson(), NO_JSON)
        .showsOn(
            ROWS,
            """
            at     | order id | key  user id  amount cents  event time
            12:03  | o1       | o1   ann      1299          12:02
            12:07  | o2       | o2   ann      1299          12:06
            """)
        .showsOn(
            DEAD,
            """
            at     | partition  offset | key   text
            12:03  | 0          0      | null  tea for two
            12:07  | 0          2      | o8    {"order_id":"o8","user_id":"ann","amou
            12:07  | 1          0      | o7    null
            """);
  }

  @Test
  default void an_order_that_lacks_a_field_is_none(Lab lab) {
    lab.play(lesson(), HOLES)
        .showsOn(
            ROWS,
            """
            at     | order id | key  user id  amount cents  event time
            12:03  | o1       | o1   ann      1299          12:02
            """)
        .showsOn(
            DEAD,
            """
            at     | partition  offset | key  text
            12:03  | 0          0      | o5   {"order_id":"o5","user_id":null,"amount_cents":5,"event_time":"2024-03-04T12:01:00Z"}
            12:03  | 1          0      | o6   {"order_id":"o6","user_id":"ann","amount_cents":null,"event_time":"2024-03-04T12:02:00Z"}
            12:06  | 1          1      | o7   {"order_id":"o7","user_id":"ann","amount_cents":5}
            12:06  | 1          2      | o8   {"order_id":"o8","user_id":"ann","amount_cents":"much","event_time":"2024-03-04T12:05:00Z"}
            12:06  | 0          2      | o9   {"order_id":"o9","user_id":"ann","amount_cents":5.5,"event_time":"2024-03-04T12:05:00Z"}
            12:06  | 0          3      | o10  {"order_id":"o10","user_id":"ann","amount_cents":"5","event_time":"2024-03-04T12:05:00Z"}
            """);
  }

  @Test
  default void an_order_at_no_moment_is_none(Lab lab) {
    lab.play(lesson(), BAD_TIMES)
        .showsOn(
            ROWS,
            """
            at     | order id | key  user id  amount cents  event time
            12:03  | o1       | o1   ann      1299          12:01
            """)
        .showsOn(
            DEAD,
            """
            at     | partition  offset | key  text
            12:03  | 0          1      | o5   {"order_id":"o5","user_id":"ann","amount_cents":5,"event_time":"2024-13-45T12:02:00Z"}
            12:06  | 0          2      | o6   {"order_id":"o6","user_id":"ann","amount_cents":5,"event_time":"around noon"}
            12:06  | 1          0      | o7   {"order_id":"o7","user_id":"ann","amount_cents":5,"event_time":1709553900000}
            12:06  | 1          1      | o8   {"order_id":"o8","user_id":"ann","amount_cents":5,"event_time":null}
            12:06  | 1          2      | o9   {"order_id":"o9","user_id":"ann","amount_cents":5,"event_time":"2024-03-04T12:05:00"}
            """);
  }

  @Test
  default void another_machine_goes_on_where_the_last_batch_ended(Lab lab) {
    lab.play(lesson(), RESTART)
        .showsOn(
            ROWS,
            """
            at     | order id | key  user id  amount cents  event time
            12:03  | o1       | o1   ann      1299          12:01
            12:06  | o2       | o2   ann      1299          12:05
            """)
        .showsOn(
            DEAD,
            """
            at     | partition  offset | key   text
            12:03  | 0          1      | null  tea for two
            12:06  | 0          2      | null  and crème brûlée
            """);
  }

  @Test
  default void a_batch_that_comes_again_is_there_again(Lab lab) {
    lab.play(lesson(), LOST_MACHINE)
        .showsOn(
            ROWS,
            """
            at     | order id | key  user id  amount cents  event time
            12:02  | o1       | o1   ann      1299          12:01
            12:05  | o2       | o2   ann      1299          12:03
            12:05  | o2       | o2   ann      1299          12:03
            """)
        .showsOn(
            DEAD,
            """
            at     | partition  offset | key   text
            12:05  | 0          2      | null  tea for two
            12:05  | 0          2      | null  tea for two
            """);
  }

  @Test
  default void each_record_of_ordinary_traffic_is_in_one_of_the_topics(Lab lab) {
    lab.play(lesson(), SPOILED)
        .showsOn(ROWS, RowsOracle.rows(SPOILED))
        .showsOn(DEAD, RowsOracle.dead(SPOILED));
  }
}
