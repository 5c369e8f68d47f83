package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;

/** Stories about what a card does in a certain order within a certain time. */
public final class PatternsScenarios {

  private static final String ALERTS =
      """
      create table alerts (
        declined text not null,
        large text not null,
        user_id text not null,
        primary key (declined, large))
      """;

  public static final Scenario<Message> THREE =
      named("three", "One card is declined three times, another twice; both then pay a lot.")
          .declined("12:01", "ann")
          .declined("12:02", "ben")
          .declined("12:02", "ann")
          .declined("12:03", "ben")
          .declined("12:04", "ann")
          .approved("12:05", "ben", 80_000)
          .approved("12:06", "ann", 90_000)
          .timePasses("12:08")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> BETWEEN =
      named("between", "Small payments go through between the declined ones, and after them.")
          .declined("12:01", "ann")
          .declined("12:02", "ann")
          .approved("12:03", "ann", 300)
          .declined("12:04", "ann")
          .approved("12:05", "ann", 400)
          .approved("12:06", "ann", 80_000)
          .timePasses("12:08")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> OVERLAPPING =
      named("overlapping", "Four are declined before two large ones, and one more before a third.")
          .declined("12:01", "ann")
          .declined("12:02", "ann")
          .declined("12:03", "ann")
          .declined("12:04", "ann")
          .approved("12:05", "ann", 80_000)
          .approved("12:06", "ann", 70_000)
          .timePasses("12:08")
          .checkpoint("12:08:30")
          .declined("12:09", "ann")
          .approved("12:10", "ann", 60_000)
          .timePasses("12:12")
          .checkpoint("12:13")
          .done();

  public static final Scenario<Message> LIMIT =
      named("limit", "The large one comes after exactly ten minutes, a moment sooner, or later.")
          .declined("12:00", "ann")
          .declined("12:00", "ben")
          .declined("12:00", "cleo")
          .declined("12:01", "ann")
          .declined("12:01", "ben")
          .declined("12:02", "ann")
          .declined("12:02", "ben")
          .declined("12:06", "cleo")
          .approved("12:09:59.999", "ben", 80_000)
          .approved("12:10", "ann", 80_000)
          .declined("12:12", "cleo")
          .approved("12:18", "cleo", 80_000)
          .timePasses("12:20")
          .checkpoint("12:21")
          .done();

  public static final Scenario<Message> TIES =
      named("ties", "All happens at one moment; the large one arrives last, or before that.")
          .declined("12:01", "ann")
          .declined("12:01", "ben")
          .declined("12:01", "ann")
          .declined("12:01", "ben")
          .approved("12:01", "ben", 80_000)
          .declined("12:01", "ben")
          .declined("12:01", "ann")
          .approved("12:01", "ann", 80_000)
          .timePasses("12:03")
          .checkpoint("12:04")
          .done();

  public static final Scenario<Message> OUT_OF_ORDER =
      named("out-of-order", "What happened last arrives first, by less than a minute.")
          .declined("12:01", "ann")
          .declined("12:01", "ben")
          .declined("12:02", "ann")
          .declined("12:02", "ben")
          .approved("12:03:30", "ann", 80_000)
          .declinedSentAt("12:04", "12:03", "ann")
          .declined("12:03:30", "ben")
          .approved("12:03", "ben", 80_000)
          .timePasses("12:06")
          .checkpoint("12:07")
          .done();

  public static final Scenario<Message> LATE =
      named("late", "A third declined one arrives when its time has passed; another does not.")
          .declined("12:01", "ann")
          .declined("12:01", "ben")
          .declined("12:02", "ann")
          .declined("12:02", "ben")
          .declined("12:03", "ben")
          .timePasses("12:05")
          .declined("12:03", "ann")
          .approved("12:06", "ann", 80_000)
          .approved("12:06", "ben", 80_000)
          .timePasses("12:08")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> AMOUNT =
      named("amount", "Amounts around 500.00, and large ones that are declined.")
          .declined("12:01", "ann")
          .declined("12:01", "ben")
          .declined("12:02", "ann")
          .declined("12:02", "ben")
          .declined("12:03", "ann", 80_000)
          .declined("12:03", "ben")
          .approved("12:04", "ann", 49_999)
          .declined("12:04", "ben", 80_000)
          .approved("12:05", "ann", 50_000)
          .timePasses("12:07")
          .checkpoint("12:08")
          .done();

  public static final Scenario<Message> CRASH =
      named("crash", "The job fails between the declined ones, and again after the alert.")
          .declined("12:01", "ann")
          .declined("12:02", "ann")
          .timePasses("12:04")
          .checkpoint("12:05")
          .declined("12:06", "ann")
          .crash("12:07")
          .approved("12:08", "ann", 80_000)
          .timePasses("12:10")
          .crash("12:11")
          .checkpoint("12:12")
          .done();

  public static final Scenario<Message> EVENING = evening();

  public static final List<Scenario<Message>> ALL =
      List.of(THREE, BETWEEN, OVERLAPPING, LIMIT, TIES, OUT_OF_ORDER, LATE, AMOUNT, CRASH, EVENING);

  private PatternsScenarios() {}

  private static CardTopic named(String name, String story) {
    return CardTopic.named(name, story).table(ALERTS);
  }

  private static Scenario<Message> evening() {
    List<String> users = List.of("ann", "ben", "cleo", "dora");
    Random chance = new Random(1_812);
    CardTopic story = named("evening", "Four cards, out of order but never late; two failures.");
    Instant now = StoryTime.parse("18:00");
    for (int part = 1; part <= 6; part++) {
      for (int i = 0; i < 25; i++) {
        now = now.plus(Duration.ofSeconds(10 + chance.nextInt(30)));
        String time = StoryTime.format(now.minus(Duration.ofSeconds(chance.nextInt(50))));
        String user = users.get(chance.nextInt(users.size()));
        switch (chance.nextInt(8)) {
          case 0 -> story.approved(time, user, 50_000 + chance.nextInt(50_000));
          case 1, 2 -> story.approved(time, user, 100 + chance.nextInt(40_000));
          default -> story.declined(time, user);
        }
      }
      now = now.plus(Duration.ofMinutes(1));
      if (part % 2 == 0) {
        story.crash(StoryTime.format(now));
        now = now.plus(Duration.ofMinutes(1));
      }
      story.checkpoint(StoryTime.format(now));
    }
    return story.done();
  }
}
