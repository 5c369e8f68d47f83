package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.Transaction;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.TrafficSettings;
import kata.datasets.traffic.TransactionTraffic;

/** Stories about cards that are used, and what comes back to those who use them. */
public final class TransactionScenarios {

  private static final int GENERATED = 400;
  private static final int PER_STEP = 40;

  public static final Scenario<Message> BOUNDARIES =
      named("boundaries", "Amounts and totals of exactly 100.00 and 500.00.")
          .paid("12:01", "ann", "tea", 100_00)
          .paid("12:02", "ann", "tea", 100_01)
          .paid("12:03", "bob", "books", 500_00)
          .paid("12:04", "cid", "books", 500_01)
          .checkpoint("12:05")
          .paid("12:11", "ann", "tea", 5_00)
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> CENTS =
      named("cents", "Cashback of half a cent and of a little less, and for a whole factory.")
          .paid("12:01", "ann", "machines", 100_10)
          .paid("12:02", "ann", "coffee", 100_25)
          .paid("12:03", "bob", "kitchen", 100_50)
          .paid("12:04", "bob", "kitchen", 100_49)
          .paid("12:05", "cid", "tea", 100_24)
          .paidSentAt("12:11", "12:06", "cid", "books", 100_99)
          .paid("12:07", "dan", "machines", 30_000_001_23L)
          .paid("12:11", "ann", "coffee", 5_00)
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> BANK_SAYS_NO =
      named("bank-says-no", "The bank declines some of the large amounts.")
          .declined("12:01", "ann", "machines", 800_00)
          .paid("12:02", "ann", "kitchen", 200_00)
          .declined("12:03", "bob", "coffee", 150_00)
          .declined("12:11", "bob", "books", 900_00)
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> LATE =
      named("late", "One comes at the last moment for the first of two windows, another too late.")
          .paid("12:01", "ann", "books", 300_00)
          .paid("12:09:30", "bob", "books", 300_00)
          .paid("12:08:40", "ann", "books", 250_00)
          .paid("12:09", "eve", "machines", 520_00)
          .paid("12:10", "bob", "books", 250_00)
          .checkpoint("12:10:30")
          .paid("12:10:59.999", "cid", "books", 110_00)
          .paid("12:09:58", "cid", "tea", 120_00)
          .paid("12:11", "eve", "books", 450_00)
          .paid("12:09:59", "bob", "books", 400_00)
          .checkpoint("12:12")
          .paid("12:21", "ann", "tea", 5_00)
          .checkpoint("12:22")
          .done();

  public static final Scenario<Message> CRASH =
      named("crash", "The job has written to all topics, and fails before the next checkpoint.")
          .paid("12:01", "ann", "machines", 300_00)
          .checkpoint("12:02")
          .paid("12:03", "ann", "books", 250_00)
          .paid("12:04", "bob", "tea", 120_00)
          .paid("12:11", "bob", "tea", 130_00)
          .crash("12:12")
          .paid("12:13", "ann", "books", 700_00)
          .paid("12:21", "ann", "books", 1_00)
          .checkpoint("12:22")
          .done();

  public static final Scenario<Message> ORDINARY = ordinary();

  public static final List<Scenario<Message>> ALL =
      List.of(BOUNDARIES, CENTS, BANK_SAYS_NO, LATE, CRASH, ORDINARY);

  private TransactionScenarios() {}

  private static TransactionTopic named(String name, String story) {
    return TransactionTopic.named(name, story)
        .output("cashback")
        .output("user-totals")
        .output("big-spenders");
  }

  private static Scenario<Message> ordinary() {
    TransactionTopic story =
        named("ordinary", "Ten users pay for half an hour; every third step ends with a failure.");
    List<Transaction> transactions =
        new TransactionTraffic(
                11,
                TrafficSettings.smallShop()
                    .withUsers(10)
                    .withDisorder(
                        new Disorder(0.2, Duration.ofSeconds(30), 0, Duration.ofMinutes(1))))
            .first(GENERATED)
            .toList();
    Instant newest = Instant.EPOCH;
    for (int told = 1; told <= GENERATED; told++) {
      Transaction transaction = transactions.get(told - 1);
      newest = transaction.eventTime().isAfter(newest) ? transaction.eventTime() : newest;
      story.transaction(transaction);
      if (told % PER_STEP == 0) {
        String time = StoryTime.format(newest);
        if (told / PER_STEP % 3 == 2) {
          story.crash(time);
        } else {
          story.checkpoint(time);
        }
      }
    }
    return story.done();
  }
}
