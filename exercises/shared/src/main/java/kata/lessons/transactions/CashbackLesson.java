package kata.lessons.transactions;

import static kata.datasets.scenarios.TransactionScenarios.BANK_SAYS_NO;
import static kata.datasets.scenarios.TransactionScenarios.BOUNDARIES;
import static kata.datasets.scenarios.TransactionScenarios.CENTS;
import static kata.datasets.scenarios.TransactionScenarios.CRASH;
import static kata.datasets.scenarios.TransactionScenarios.LATE;
import static kata.datasets.scenarios.TransactionScenarios.ORDINARY;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Give cashback on large transactions, and find those who spend much: one topic in, three out.
 *
 * <p>What counts is approved and above 100.00. Cashback is 5 % for machines, 3 % for kitchen, 2 %
 * for coffee and tea, rounded to the nearest cent, half a cent up. Totals are those of windows of
 * ten minutes, less the cashback; the watermark is a minute behind the latest transaction. Each
 * record is read once, whenever the job fails.
 */
@ExtendWith(LessonExtension.class)
public interface CashbackLesson {

  /** The transactions that count. */
  String CASHBACK = "topic cashback";

  /** What each user has paid in a window. */
  String TOTALS = "topic user-totals";

  /** The totals that are large. */
  String SPENDERS = "topic big-spenders";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void what_is_exactly_on_a_bound_is_not_above_it(Lab lab) {
    lab.play(lesson(), BOUNDARIES)
        .showsOn(
            CASHBACK,
            """
            at     | transaction id | user id  category  amount cents  cashback cents
            12:05  | t2             | ann      tea       10001         200
            12:05  | t3             | bob      books     50000         0
            12:05  | t4             | cid      books     50001         0
            """)
        .showsOn(
            TOTALS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  ann      | 9801
            12:12  | 12:00 .. 12:10  bob      | 50000
            12:12  | 12:00 .. 12:10  cid      | 50001
            """)
        .showsOn(
            SPENDERS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  cid      | 50001
            """);
  }

  @Test
  default void each_cashback_is_rounded_to_the_nearest_cent(Lab lab) {
    lab.play(lesson(), CENTS)
        .showsOn(
            CASHBACK,
            """
            at     | transaction id | user id  category  amount cents  cashback cents
            12:12  | t1             | ann      machines  10010         501
            12:12  | t2             | ann      coffee    10025         201
            12:12  | t3             | bob      kitchen   10050         302
            12:12  | t4             | bob      kitchen   10049         301
            12:12  | t5             | cid      tea       10024         200
            12:12  | t6             | cid      books     10099         0
            12:12  | t7             | dan      machines  3000000123    150000006
            """)
        .showsOn(
            TOTALS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  ann      | 19333
            12:12  | 12:00 .. 12:10  bob      | 19496
            12:12  | 12:00 .. 12:10  cid      | 19923
            12:12  | 12:00 .. 12:10  dan      | 2850000117
            """)
        .showsOn(
            SPENDERS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  dan      | 2850000117
            """);
  }

  @Test
  default void what_the_bank_declines_moves_the_time_and_nothing_else(Lab lab) {
    lab.play(lesson(), BANK_SAYS_NO)
        .showsOn(
            CASHBACK,
            """
            at     | transaction id | user id  category  amount cents  cashback cents
            12:12  | t2             | ann      kitchen   20000         600
            """)
        .showsOn(
            TOTALS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  ann      | 19400
            """)
        .showsOn(SPENDERS, "at | window  user id | total cents");
  }

  @Test
  default void a_late_transaction_has_cashback_and_is_in_no_total(Lab lab) {
    lab.play(lesson(), LATE)
        .showsOn(
            CASHBACK,
            """
            at        | transaction id | user id  category  amount cents  cashback cents
            12:10:30  | t1             | ann      books     30000         0
            12:10:30  | t2             | bob      books     30000         0
            12:10:30  | t3             | ann      books     25000         0
            12:10:30  | t4             | eve      machines  52000         2600
            12:10:30  | t5             | bob      books     25000         0
            12:12     | t6             | cid      books     11000         0
            12:12     | t7             | cid      tea       12000         240
            12:12     | t8             | eve      books     45000         0
            12:12     | t9             | bob      books     40000         0
            """)
        .showsOn(
            TOTALS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  ann      | 55000
            12:12  | 12:00 .. 12:10  bob      | 30000
            12:12  | 12:00 .. 12:10  cid      | 11760
            12:12  | 12:00 .. 12:10  eve      | 49400
            12:22  | 12:10 .. 12:20  bob      | 25000
            12:22  | 12:10 .. 12:20  cid      | 11000
            12:22  | 12:10 .. 12:20  eve      | 45000
            """)
        .showsOn(
            SPENDERS,
            """
            at     | window          user id  | total cents
            12:12  | 12:00 .. 12:10  ann      | 55000
            """);
  }

  @Test
  default void a_failure_writes_nothing_twice_in_any_topic(Lab lab) {
    lab.play(lesson(), CRASH)
        .showsOn(
            CASHBACK,
            """
            at     | transaction id | user id  category  amount cents  cashback cents
            12:02  | t1             | ann      machines  30000         1500
            12:22  | t2             | ann      books     25000         0
            12:22  | t3             | bob      tea       12000         240
            12:22  | t4             | bob      tea       13000         260
            12:22  | t5             | ann      books     70000         0
            """)
        .showsOn(
            TOTALS,
            """
            at     | window          user id  | total cents
            12:22  | 12:00 .. 12:10  ann      | 53500
            12:22  | 12:00 .. 12:10  bob      | 11760
            12:22  | 12:10 .. 12:20  ann      | 70000
            12:22  | 12:10 .. 12:20  bob      | 12740
            """)
        .showsOn(
            SPENDERS,
            """
            at     | window          user id  | total cents
            12:22  | 12:00 .. 12:10  ann      | 53500
            12:22  | 12:10 .. 12:20  ann      | 70000
            """);
  }

  @Test
  default void ordinary_transactions_add_up_as_if_nothing_had_failed(Lab lab) {
    CashbackOracle expected = CashbackOracle.of(ORDINARY);
    lab.play(lesson(), ORDINARY)
        .showsOn(CASHBACK, expected.cashback())
        .showsOn(TOTALS, expected.totals())
        .showsOn(SPENDERS, expected.spenders());
  }
}
