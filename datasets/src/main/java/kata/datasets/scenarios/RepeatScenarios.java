package kata.datasets.scenarios;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;

/** Stories about views of the same page again, without watermarks. */
public final class RepeatScenarios {

  private static final int REPEATS = 120;
  private static final int REPEATS_AT_ONCE = 10;

  public static final Scenario<ClickEvent> RELOADED =
      ArrivalStory.named("reloaded", "Two pages are loaded again, one of them by somebody else.")
          .at("12:03")
          .view("12:01", "/done/17")
          .view("12:02", "/done/18")
          .view("12:03", "/done/17")
          .at("12:04")
          .on("desktop")
          .view("12:04", "/done/18", "ben")
          .done();

  public static final Scenario<ClickEvent> OUT_OF_TURN =
      ArrivalStory.named("out-of-turn", "The second view of a page arrives before the first.")
          .at("12:05")
          .view("12:05", "/done/17")
          .at("12:06")
          .view("12:02", "/done/17")
          .view("12:05", "/done/17")
          .at("12:07")
          .view("12:04", "/done/18")
          .done();

  public static final Scenario<ClickEvent> FORGOTTEN =
      ArrivalStory.named("forgotten", "A page is loaded again a quarter of an hour later.")
          .at("12:01")
          .view("12:01", "/done/17")
          .at("12:16")
          .view("12:16", "/done/17")
          .at("12:22")
          .view("12:22", "/done/18")
          .at("12:23")
          .view("12:23", "/done/17")
          .done();

  public static final Scenario<ClickEvent> ON_THE_LIMIT =
      ArrivalStory.named("on-the-limit", "One order is just forgotten, another is just not.")
          .at("12:01")
          .view("12:01", "/done/17")
          .view("12:01:00.001", "/done/18")
          .at("12:21")
          .view("12:21", "/done/19")
          .at("12:22")
          .view("12:22", "/done/17")
          .view("12:22", "/done/18")
          .done();

  public static final Scenario<ClickEvent> BEHIND_THE_DELAY =
      ArrivalStory.named("behind-the-delay", "Three orders are late, one of them not too late.")
          .at("12:20")
          .view("12:20", "/done/17")
          .at("12:21")
          .view("12:09:59.999", "/done/18")
          .view("12:10", "/done/19")
          .view("12:10:00.001", "/done/20")
          .at("12:22")
          .view("12:22", "/done/18")
          .done();

  public static final Scenario<ClickEvent> IMPATIENT = impatient();

  static final List<Scenario<ClickEvent>> ALL =
      List.of(RELOADED, OUT_OF_TURN, FORGOTTEN, ON_THE_LIMIT, BEHIND_THE_DELAY, IMPATIENT);

  private RepeatScenarios() {}

  /** Lets twelve customers load the pages of their orders by tens, up to twelve minutes late. */
  private static Scenario<ClickEvent> impatient() {
    Random random = new Random(5);
    ArrivalStory story =
        ArrivalStory.named("impatient", "Twelve orders are looked at for an hour.");
    Instant clock = StoryTime.parse("12:00");
    for (int i = 0; i < REPEATS; i++) {
      clock = clock.plusSeconds(30);
      if (i % REPEATS_AT_ONCE == 0) {
        story.at(StoryTime.format(clock.plusSeconds(30L * REPEATS_AT_ONCE)));
      }
      Instant viewed = clock.minusSeconds(random.nextInt(12 * 60));
      story.view(StoryTime.format(viewed), "/done/" + random.nextInt(12));
    }
    return story.done();
  }
}
