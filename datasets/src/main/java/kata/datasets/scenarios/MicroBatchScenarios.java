package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about clocks that move between batches, where each step is one batch. */
public final class MicroBatchScenarios {

  public static final Scenario<ClickEvent> SAME_BATCH =
      ArrivalStory.named("same-batch", "Old views come with a new one, then a batch after it.")
          .at("12:01:10")
          .view("12:01", "/home")
          .at("12:30:10")
          .view("12:30", "/home")
          .view("12:02", "/home")
          .view("12:11", "/cart")
          .at("12:30:20")
          .view("12:03", "/home")
          .view("12:28", "/home")
          .at("12:37:10")
          .view("12:37", "/home")
          .done();

  public static final Scenario<ClickEvent> TWENTIES =
      ArrivingTraffic.byTwenties(
          "twenties", "An ordinary time in the shop, read twenty views at a time.", 1);

  public static final Scenario<ClickEvent> FAST_PHONES =
      ArrivalStory.named("fast-phones", "The clocks of phones are an hour fast.")
          .at("12:01:10")
          .on("desktop")
          .view("12:01", "/home")
          .on("mobile")
          .view("13:01", "/home")
          .at("12:05:10")
          .view("13:05", "/home")
          .at("12:07:10")
          .on("desktop")
          .view("12:07", "/home")
          .at("12:07:20")
          .on("mobile")
          .view("13:06", "/home")
          .done();

  public static final Scenario<ClickEvent> LATE_PHONE =
      ArrivalStory.named(
              "late-phone", "Views of a phone come when the window they belong to is over.")
          .at("12:02:10")
          .on("mobile")
          .view("13:02", "/home")
          .at("12:07:10")
          .on("desktop")
          .view("12:06:59.999", "/home")
          .at("12:07:20")
          .on("mobile")
          .view("13:04:59.999", "/home")
          .at("12:07:30")
          .on("desktop")
          .view("12:07", "/cart")
          .at("12:07:40")
          .on("mobile")
          .view("13:04:59.999", "/home")
          .view("13:05", "/home")
          .done();

  public static final Scenario<ClickEvent> LATE_DESKTOP =
      ArrivalStory.named(
              "late-desktop", "A phone moves the clock; a desktop is late, a phone by an hour.")
          .at("12:01:10")
          .on("desktop")
          .view("12:01", "/cart")
          .at("12:12:10")
          .on("mobile")
          .view("13:12:00.600", "/cart")
          .at("12:12:20")
          .on("desktop")
          .view("12:03", "/cart")
          .at("12:12:30")
          .view("12:10", "/cart")
          .at("13:12:40")
          .on("mobile")
          .view("13:12:30", "/cart")
          .done();

  public static final Scenario<ClickEvent> SUMMER =
      ArrivalStory.named("summer", "The clocks of phones are an hour fast in July as well.")
          .at("2024-07-01 12:01:10")
          .on("mobile")
          .view("2024-07-01 13:01", "/home")
          .at("2024-07-01 12:06:10")
          .on("desktop")
          .view("2024-07-01 12:06", "/home")
          .at("2024-07-01 12:06:20")
          .on("mobile")
          .view("2024-07-01 13:04", "/home")
          .done();

  public static final Scenario<ClickEvent> PHONES_FAST = ArrivingTraffic.fastPhones();

  public static final Scenario<ClickEvent> BOTH_SPEAK =
      ArrivalStory.named("both-speak", "Two streams speak, and now one is behind, now the other.")
          .partitions(2)
          .at("12:05:10")
          .from(0)
          .view("12:05", "/home")
          .from(1)
          .view("12:04", "/home")
          .at("12:06:10")
          .from(0)
          .view("12:06", "/home")
          .at("12:10")
          .from(1)
          .view("12:09:59.999", "/home")
          .at("12:10:05")
          .view("12:04:59.999", "/home")
          .at("12:10:10")
          .view("12:10", "/home")
          .at("12:10:20")
          .view("12:04:59.999", "/home")
          .at("12:16:10")
          .view("12:16", "/home")
          .at("12:16:20")
          .from(0)
          .view("12:11", "/home")
          .done();

  public static final Scenario<ClickEvent> CATCHES_UP =
      ArrivalStory.named("catches-up", "After a failure one of two streams is half an hour behind.")
          .partitions(2)
          .at("12:31:10")
          .from(0)
          .view("12:31", "/home")
          .at("12:31:20")
          .from(1)
          .view("12:01", "/home")
          .at("12:31:30")
          .view("12:11", "/home")
          .view("12:07", "/home")
          .view("12:07", "/home")
          .at("12:31:40")
          .view("12:31", "/home")
          .at("12:31:50")
          .from(0)
          .view("12:25:30", "/home")
          .from(1)
          .view("12:26", "/home")
          .done();

  public static final Scenario<ClickEvent> TWO_STREAMS =
      ArrivingTraffic.byTwenties(
          "two-streams", "An ordinary time in the shop, from two streams.", 2);

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          SAME_BATCH,
          TWENTIES,
          FAST_PHONES,
          LATE_PHONE,
          LATE_DESKTOP,
          SUMMER,
          PHONES_FAST,
          BOTH_SPEAK,
          CATCHES_UP,
          TWO_STREAMS);

  private MicroBatchScenarios() {}
}
