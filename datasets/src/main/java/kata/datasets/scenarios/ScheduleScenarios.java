package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about what arrives while a query waits for its trigger, or for its next start. */
public final class ScheduleScenarios {

  public static final Scenario<ClickEvent> EVERY_MINUTE =
      ArrivalStory.named("every-minute", "Views come, and a minute later they are shown.")
          .at("12:00:10")
          .view("12:00:05", "/home")
          .at("12:01:20")
          .view("12:01:15", "/home")
          .at("12:01:40")
          .view("12:01:15", "/home")
          .view("12:01:35", "/cart")
          .at("12:03:30")
          .done();

  public static final Scenario<ClickEvent> CLOCK_MOVES =
      ArrivalStory.named("clock-moves", "A late view is shown once more, the next one is dropped.")
          .at("12:04:10")
          .view("12:04", "/home")
          .at("12:08:20")
          .view("12:08", "/home")
          .at("12:08:40")
          .view("12:04:30", "/home")
          .at("12:09:20")
          .view("12:04:40", "/home")
          .view("12:05:30", "/home")
          .at("12:11:30")
          .view("12:04:50", "/home")
          .at("12:13:30")
          .done();

  public static final Scenario<ClickEvent> LONG_PAUSE =
      ArrivalStory.named("long-pause", "For a quarter of an hour nothing comes.")
          .at("12:00:30")
          .view("12:00:20", "/home")
          .at("12:15:50")
          .view("12:15:40", "/home")
          .at("12:16:10")
          .view("12:15:55", "/home")
          .at("12:18:30")
          .done();

  public static final Scenario<ClickEvent> HOURS_LATER =
      ArrivalStory.named(
              "hours-later", "A view comes an hour and a half late, and nothing newer before it.")
          .at("12:00:30")
          .view("12:00:20", "/home")
          .at("13:30:30")
          .view("12:01:10", "/home")
          .at("13:32:30")
          .done();

  public static final Scenario<ClickEvent> TAKING_TURNS =
      ArrivingTraffic.byTwenties(
          "taking-turns", "An ordinary time in the shop, twenty views at a time.", 1);

  public static final Scenario<ClickEvent> RUNS =
      ArrivalStory.named("runs", "A job is started every ten minutes.")
          .at("12:10")
          .view("12:01", "/home")
          .view("12:03", "/cart")
          .view("12:08", "/home")
          .at("12:20")
          .view("12:08", "/home")
          .view("12:14", "/home")
          .at("12:30")
          .view("12:04", "/home")
          .view("12:21", "/cart")
          .done();

  public static final Scenario<ClickEvent> NOTHING_NEW =
      ArrivalStory.named(
              "nothing-new", "A job is started twice when nothing has come, then the next day.")
          .at("12:10")
          .view("12:01", "/home")
          .view("12:08", "/home")
          .at("12:20")
          .at("12:30")
          .at("2024-03-05 00:10")
          .view("12:38", "/cart")
          .done();

  public static final Scenario<ClickEvent> TO_THE_LIMIT =
      ArrivalStory.named(
              "to-the-limit", "A window is a millisecond short of complete, and then complete.")
          .at("12:10")
          .view("12:01", "/home")
          .at("12:20")
          .view("12:06:59.999", "/home")
          .at("12:30")
          .view("12:07", "/home")
          .done();

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          EVERY_MINUTE,
          CLOCK_MOVES,
          LONG_PAUSE,
          HOURS_LATER,
          TAKING_TURNS,
          RUNS,
          NOTHING_NEW,
          TO_THE_LIMIT);

  private ScheduleScenarios() {}
}
