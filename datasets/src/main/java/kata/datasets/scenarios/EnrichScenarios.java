package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;

/** Stories about orders that get what a small table knows, while that table changes. */
public final class EnrichScenarios {

  private static final String SHIPMENTS =
      """
      create table shipments (
        order_id text primary key,
        region text not null,
        warehouse text not null)
      """;

  public static final Scenario<Message> KNOWN =
      named("known", "The table is complete before the first order comes.")
          .region("11:30", "europe", "Rotterdam")
          .region("11:40", "asia", "Osaka")
          .goesOn("12:00")
          .order("12:01", "ann", "europe")
          .order("12:02", "ben", "asia")
          .checkpoint("12:03")
          .order("12:04", "ann", "europe")
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> CHANGED =
      named("changed", "A region gets other warehouses between orders, the last of which is late.")
          .region("11:30", "europe", "Rotterdam")
          .goesOn("12:00")
          .order("12:01", "ann", "europe")
          .checkpoint("12:02")
          .region("12:03", "europe", "Bremen")
          .region("12:03", "europe", "Hamburg")
          .goesOn("12:04")
          .order("12:05", "ben", "europe")
          .order("12:01:30", "cleo", "europe")
          .checkpoint("12:06")
          .done();

  public static final Scenario<Message> UNKNOWN =
      named("unknown", "Orders of two users come before their regions are in the table.")
          .order("12:01", "ann", "europe")
          .order("12:02", "ann", "asia")
          .order("12:03", "ben", "europe")
          .checkpoint("12:04")
          .region("12:05", "asia", "Osaka")
          .checkpoint("12:06")
          .region("12:07", "europe", "Rotterdam")
          .checkpoint("12:08")
          .region("12:09", "europe", "Hamburg")
          .checkpoint("12:10")
          .done();

  public static final Scenario<Message> SENT_TWICE =
      named("sent-twice", "A producer sends an order again when its region has changed.")
          .region("11:30", "europe", "Rotterdam")
          .goesOn("12:00")
          .order("12:01", "ann", "europe")
          .checkpoint("12:02")
          .region("12:03", "europe", "Hamburg")
          .goesOn("12:04")
          .orderAgain()
          .order("12:05", "ben", "europe")
          .checkpoint("12:06")
          .done();

  public static final Scenario<Message> CRASH =
      named("crash", "The job fails, and nobody sends the table again.")
          .region("11:30", "europe", "Rotterdam")
          .region("11:40", "asia", "Osaka")
          .checkpoint("12:00")
          .order("12:01", "ann", "europe")
          .crash("12:02")
          .checkpoint("12:03")
          .order("12:04", "ben", "asia")
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> CRASH_WHILE_WAITING =
      named("crash-while-waiting", "The job fails while orders wait for their region.")
          .order("12:01", "ann", "europe")
          .checkpoint("12:02")
          .order("12:03", "ben", "europe")
          .crash("12:04")
          .checkpoint("12:05")
          .region("12:06", "europe", "Rotterdam")
          .checkpoint("12:07")
          .done();

  public static final Scenario<Message> CRASH_AT_RELEASE =
      named("crash-at-release", "The job fails when orders that waited have been written.")
          .order("12:01", "ann", "europe")
          .checkpoint("12:02")
          .region("12:03", "europe", "Rotterdam")
          .crash("12:04")
          .checkpoint("12:05")
          .region("12:06", "europe", "Hamburg")
          .goesOn("12:07")
          .order("12:08", "ben", "europe")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> MORNING = morning();

  public static final List<Scenario<Message>> ALL =
      List.of(
          KNOWN,
          CHANGED,
          UNKNOWN,
          SENT_TWICE,
          CRASH,
          CRASH_WHILE_WAITING,
          CRASH_AT_RELEASE,
          MORNING);

  private EnrichScenarios() {}

  private static OrderTopics named(String name, String story) {
    return OrderTopics.named(name, story).table(SHIPMENTS);
  }

  private static Scenario<Message> morning() {
    List<String> regions = List.of("europe", "asia", "africa", "america", "oceania");
    List<String> users = List.of("ann", "ben", "cleo");
    Random chance = new Random(20_240_304);
    OrderTopics story = named("morning", "Orders and changes of the table take turns for hours.");
    Instant now = StoryTime.parse("06:00");
    for (int turn = 0; turn < 9; turn++) {
      for (int i = 0; i < 2 + chance.nextInt(6); i++) {
        now = now.plus(Duration.ofMinutes(1));
        story.order(StoryTime.format(now), anyOf(users, chance), anyOf(regions, chance));
      }
      now = now.plus(Duration.ofMinutes(1));
      if (turn % 3 == 1) {
        story.crash(StoryTime.format(now));
        now = now.plus(Duration.ofMinutes(1));
      }
      story.checkpoint(StoryTime.format(now));
      now = now.plus(Duration.ofMinutes(1));
      String region = anyOf(regions, chance);
      story.region(StoryTime.format(now), region, region + "-" + (turn + 1));
      now = now.plus(Duration.ofMinutes(1));
      story.checkpoint(StoryTime.format(now));
    }
    return story.done();
  }

  private static String anyOf(List<String> names, Random chance) {
    return names.get(chance.nextInt(names.size()));
  }
}
